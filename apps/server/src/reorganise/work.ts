import type { ReorganisationAsked, ReorganisePreview } from '@guatu/contract'
import {
  type PlannedReorganisation,
  planReorganisation,
  type Reorganisation,
  type ReorganiseState,
} from '@guatu/domain'
import { canonicalJson, ok, type Result } from '@guatu/kernel'
import { personNames, type ScopedTx, sha256 } from '@guatu/store'
import type { App } from '../app.ts'
import type { Failure } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { refuseFault } from './fault.ts'
import { noteView } from './notes.ts'
import { reorganiseState } from './state.ts'

/** The new unit or project of one request always gets the same id. */
export const newIdOf = ({ kind, key }: ReorganisationAsked) =>
  `${kind === 'split-unit' ? 'u' : 'p'}-${key.replaceAll('-', '').slice(0, 12)}`

export interface Work {
  readonly state: ReorganiseState
  readonly planned: PlannedReorganisation
  readonly fingerprint: string
}

export async function planAsked(
  app: App,
  tx: ScopedTx,
  session: Session,
  asked: ReorganisationAsked,
): Promise<Result<Work, Failure>> {
  const state = await reorganiseState(app, tx, session)
  const { key: _, ...plain } = asked
  const planned = planReorganisation(state, { ...plain, newId: newIdOf(asked) } as Reorganisation)
  if (!planned.ok) return refuseFault(planned.error)
  const { writes, effects } = planned.value
  return ok({ state, planned: planned.value, fingerprint: sha256(canonicalJson({ writes, effects })) })
}

export async function previewOf(
  tx: ScopedTx,
  { state, planned, fingerprint }: Work,
): Promise<ReorganisePreview> {
  const { effects, writes, notes } = planned
  const people = await personNames(tx)
  const written = writes.facts.map(
    fact => [fact.subject, (fact.body as { name?: string }).name ?? fact.subject] as const,
  )
  const names = new Map([
    ...state.scheme.lists.map(list => [list.id, list.name] as const),
    ...state.facts.units.map(unit => [unit.id, unit.name] as const),
    ...state.facts.projects.map(project => [project.id, project.name] as const),
    ...written,
    ...people,
  ])
  const nameOf = (id: string) => names.get(id) ?? id
  return {
    fingerprint,
    projects: effects.projects,
    units: effects.units,
    sums: effects.sums,
    lists: effects.lists.map(one => ({ ...one, name: nameOf(one.list) })),
    changed: effects.changed.map(one => ({ ...one })),
    readers: effects.readers.map(({ post, person, unit, before, after }) => ({
      post,
      name: nameOf(person),
      unitName: nameOf(unit),
      before,
      after,
    })),
    returns: writes.entries.flatMap(({ subject, period, figures }) => {
      if (subject.kind !== 'project') return []
      const given = Object.entries(figures).flatMap(([field, value]) =>
        value === null ? [] : [[field, value]],
      )
      const { project } = subject
      return [{ project, name: nameOf(project), period, figures: Object.fromEntries(given) }]
    }),
    notes: notes.map(note => noteView(note, nameOf)),
    facts: writes.facts.length,
  }
}
