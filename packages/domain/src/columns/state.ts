import { type Day, must } from '@guatu/kernel'
import type { ExemptionFact, FieldId, MembershipFact, ProjectFact } from '../facts/index.ts'
import type { AskedState, FieldShapes, Figure } from '../project/index.ts'
import { type Columns, type FieldColumn, figureAt } from './columns.ts'
import { supposedStart } from './started.ts'
import { endOf, firstRow, lastRow, type Window, windowOf } from './window.ts'

/** The state of one project after another, read from columns when it is asked for. */
export class ColumnState implements AskedState {
  readonly #columns: Columns
  readonly #shapes: FieldShapes
  readonly #window: Window
  readonly #asOf: Day
  readonly #earlier = new Map<Day, ColumnState>()
  #p = 0
  #end = 0
  readonly latest = { get: (field: FieldId) => this.#latest(field) }
  readonly first = { get: (field: FieldId) => this.#first(field) }

  constructor(columns: Columns, shapes: FieldShapes, asOf: Day) {
    this.#columns = columns
    this.#shapes = shapes
    this.#window = windowOf(columns.returns, asOf)
    this.#asOf = asOf
  }

  /** The same object, now the state of project `p`. */
  of(p: number): this {
    this.#p = p
    this.#end = endOf(this.#columns.returns, p, this.#window)
    return this
  }

  /** Its own object for each day: good until the next project. */
  at(day: Day): ColumnState {
    if (day === this.#asOf) return this
    const state = this.#earlier.get(day) ?? new ColumnState(this.#columns, this.#shapes, day)
    this.#earlier.set(day, state)
    return state.of(this.#p)
  }

  get exemptions(): readonly ExemptionFact[] | undefined {
    return this.#columns.exemptions?.get(this.project.id)
  }

  get project(): ProjectFact {
    return must(this.#columns.projects[this.#p], 'project')
  }

  get memberships(): readonly MembershipFact[] {
    return must(this.#columns.memberships[this.#p], 'memberships')
  }

  #latest(field: FieldId): Figure | undefined {
    const { returns } = this.#columns
    const column = returns.fields.get(field)
    const since = this.#shapes.get(field)?.accrues === 'year' ? this.#window.year : 0
    const row = column ? lastRow(returns, column, this.#p, this.#end, since) : -1
    if (row >= 0) return this.#figure(field, column, row)
    return field === 'started-on' ? this.#supposed() : undefined
  }

  #first(field: FieldId): Figure | undefined {
    const { returns } = this.#columns
    const column = returns.fields.get(field)
    const row = column ? firstRow(returns, column, this.#p, this.#end) : -1
    return row < 0 ? undefined : this.#figure(field, column, row)
  }

  #supposed(): Figure | undefined {
    const { returns } = this.#columns
    const row = supposedStart(returns, this.#p, this.#end)
    if (row < 0) return undefined
    const { period, end } = must(returns.periods[returns.period[row] ?? -1], 'period')
    return { value: end, period, entry: this.#entry('stage', row) }
  }

  #figure(field: FieldId, column: FieldColumn | undefined, row: number): Figure | undefined {
    const value = column && figureAt(column, row)
    if (value === undefined) return undefined
    const { returns } = this.#columns
    const { period } = must(returns.periods[returns.period[row] ?? -1], 'period')
    return { value, period, entry: this.#entry(field, row) }
  }

  #entry(field: FieldId, row: number): number | undefined {
    const entry = this.#columns.returns.sources.get(field)?.[row]
    return entry === undefined || Number.isNaN(entry) ? undefined : entry
  }
}
