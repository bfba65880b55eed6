import type { ProjectFacts } from '../evaluate/index.ts'
import type { ReportedFact } from '../facts/index.ts'
import type { Basis } from './basis.ts'
import { judgedRow } from './row.ts'
import { StandingView } from './view.ts'

/** What a reader of a part sees: these projects, and what these units report of themselves. */
export interface Sees {
  readonly projects: ReadonlySet<string>
  readonly units: ReadonlySet<string>
}

const PARTS_KEPT = 64

/**
 * A jurisdiction judged as of a day, kept in memory: one changed project is replaced in place, in every view, without
 * a look at the others. Views must not be kept over a replacement: they change with it.
 */
export class Standing {
  readonly basis: Basis
  /** What a reader of the whole jurisdiction sees. */
  readonly all: StandingView
  readonly #parts = new Map<string, { sees: Sees; readonly view: StandingView }>()

  constructor(basis: Basis) {
    this.basis = basis
    this.all = new StandingView(basis)
  }

  /** Puts in or replaces what is known of one project; undefined takes it out. */
  replace(id: string, facts: ProjectFacts | undefined): void {
    const judged = facts && judgedRow(this.basis, facts)
    this.all.replace(id, judged?.row, judged?.shares)
    for (const { sees, view } of this.#parts.values()) {
      if (sees.projects.has(id)) view.replace(id, judged?.row, judged?.shares)
    }
  }

  /** All that units reported of themselves, in place of what was known. */
  report(reported: readonly ReportedFact[]): void {
    this.all.report(reported)
    for (const { sees, view } of this.#parts.values()) view.report(ownReports(reported, sees))
  }

  /** The view of a part, kept under a name and brought to what may be seen now. */
  part(name: string, sees: Sees): StandingView {
    const view = this.#parts.get(name)?.view ?? new StandingView(this.basis)
    for (const { id } of [...view.rows()]) if (!sees.projects.has(id)) view.replace(id, undefined)
    for (const id of sees.projects) {
      const row = this.all.row(id)
      if (row && view.row(id) !== row) view.replace(id, row)
    }
    view.report(ownReports(this.all.reported, sees))
    this.#parts.delete(name)
    this.#parts.set(name, { sees, view })
    const oldest = this.#parts.keys().next()
    if (this.#parts.size > PARTS_KEPT && !oldest.done) this.#parts.delete(oldest.value)
    return view
  }

  /** The view of a part as it was last made, if it is still there. */
  kept(name: string): { readonly sees: Sees; readonly view: StandingView } | undefined {
    return this.#parts.get(name)
  }
}

const ownReports = (reported: readonly ReportedFact[], { units }: Sees) =>
  reported.filter(one => units.has(one.unit))
