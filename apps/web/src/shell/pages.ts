import { routes } from '@guatu/contract'
import { useMay, useMe } from '../session/me.ts'

/** A page of the top bar; `rare` ones stand in the menu where there are many. */
export interface PageLink {
  readonly to:
    | '/'
    | '/projects'
    | '/plan'
    | '/returns'
    | '/periods'
    | '/corrections'
    | '/import'
    | '/bulletin'
    | '/forms'
    | '/replay'
    | '/units'
    | '/people'
  readonly title:
    | 'board.title'
    | 'project.library'
    | 'plan.title'
    | 'due.title'
    | 'periods.title'
    | 'import.title'
    | 'document.title'
    | 'correction.title'
    | 'forms.title'
    | 'replay.title'
    | 'unit.title'
    | 'post.title'
  readonly rare?: true
}

/** As many as stand beside the search box on a small screen of an office, in English too. */
const IN_SIGHT = 8

/** What the post may open, in the order of the work. */
export function usePages(): { readonly shown: readonly PageLink[]; readonly more: readonly PageLink[] } {
  const reads = useMay(routes.getWarRoom.name)
  const returns = useMay(routes.listReturns.name)
  const periods = useMay(routes.listPeriods.name)
  const corrections = useMay(routes.listCorrections.name)
  const imports = useMay(routes.uploadImport.name)
  const issues = useMay(routes.previewDocument.name)
  const forms = useMay(routes.listForms.name)
  const replays = useMay(routes.runReplay.name)
  const keepsPeople = useMay(routes.addPerson.name)
  const isHead = useMe().post.head
  const reorganises = useMay(routes.saveReorganisation.name)
  const all: readonly (PageLink | false)[] = [
    reads && { to: '/', title: 'board.title' },
    reads && { to: '/projects', title: 'project.library' },
    reads && { to: '/plan', title: 'plan.title' },
    returns && { to: '/returns', title: 'due.title' },
    periods && { to: '/periods', title: 'periods.title' },
    imports && { to: '/import', title: 'import.title' },
    issues && { to: '/bulletin', title: 'document.title' },
    corrections && { to: '/corrections', title: 'correction.title' },
    forms && { to: '/forms', title: 'forms.title', rare: true },
    replays && { to: '/replay', title: 'replay.title', rare: true },
    reorganises && { to: '/units', title: 'unit.title', rare: true },
    (keepsPeople || isHead) && { to: '/people', title: 'post.title', rare: true },
  ]
  const pages = all.filter(page => page !== false)
  if (pages.length <= IN_SIGHT) return { shown: pages, more: [] }
  return { shown: pages.filter(page => !page.rare), more: pages.filter(page => page.rare) }
}
