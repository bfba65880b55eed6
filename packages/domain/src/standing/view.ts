import type { Counters, Program, Shares } from '../evaluate/index.ts'
import type { ReportedFact } from '../facts/index.ts'
import { createLibrary, type Library } from '../library/index.ts'
import type { Basis } from './basis.ts'
import { Ordered } from './order.ts'
import { byAsking, type Row } from './row.ts'
import { count, emptyTally, type Tally } from './tally.ts'

/** What one reader sees of a standing: some of its projects, with sums, order and library of their own. */
export class StandingView {
  readonly basis: Basis
  readonly tally: Tally = emptyTally()
  readonly #rows = new Map<string, Row>()
  /** Rows that ask for something. */
  readonly #todo = new Ordered(byAsking)
  #library: Library | undefined
  #reported: readonly ReportedFact[] = []
  #changes = 0

  constructor(basis: Basis) {
    this.basis = basis
  }

  get program(): Program {
    return this.basis.program
  }

  get total(): Counters {
    return this.tally.total
  }

  get reported(): readonly ReportedFact[] {
    return this.#reported
  }

  /** How often anything was put in, replaced or taken out: while it stays, all that is made of the view does. */
  get changes(): number {
    return this.#changes
  }

  get size(): number {
    return this.#rows.size
  }

  row(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  /** In no order. */
  rows(): Iterable<Row> {
    return this.#rows.values()
  }

  /** Rows that ask for something, worst first. */
  get asking(): readonly Row[] {
    return this.#todo.items
  }

  /** Made when first asked for, then kept up to date. */
  get library(): Library {
    this.#library ??= createLibrary(
      [...this.#rows.values()].map(row => row.line),
      this.basis.severity,
      this.basis.units,
    )
    return this.#library
  }

  report(reported: readonly ReportedFact[]): void {
    this.#reported = reported
    this.#changes++
  }

  /** Puts in or replaces what is known of one project, with what it adds where that is known; undefined takes it out. */
  replace(id: string, row: Row | undefined, shares?: Shares): void {
    const before = this.#rows.get(id)
    this.#changes++
    if (before) {
      count(this.tally, this.basis, before, -1)
      if (before.asks > 0) this.#todo.remove(before)
      this.#rows.delete(id)
    }
    if (row) {
      count(this.tally, this.basis, row, 1, shares)
      if (row.asks > 0) this.#todo.add(row)
      this.#rows.set(id, row)
    }
    if (before || row) this.#library?.replace(id, row?.line)
  }
}
