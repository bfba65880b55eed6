import type { Day, PeriodKind } from '@guatu/kernel'
import type { MatrixDuty } from '@guatu/scheme'
import type { UnitFact } from '../facts/index.ts'
import type { Given } from '../record/index.ts'
import { dayOf } from '../target/index.ts'

export interface MatrixAnswer {
  readonly kind: 'matrix'
  readonly rows: readonly {
    readonly clause: string
    readonly lead: readonly NamedUnit[]
    readonly with: readonly NamedUnit[]
    readonly due?: Day
    readonly every?: PeriodKind
  }[]
  /** Names that are no unit of the jurisdiction, each once. */
  readonly unknown: readonly string[]
  readonly state: 'met' | 'short'
}

export interface NamedUnit {
  readonly name: string
  /** The unit that goes by that name or alias; null where nobody does. */
  readonly unit: string | null
}

/** Who answers for each clause, each name led to the unit that goes by it. */
export function matrixAnswer(duty: MatrixDuty, { facts, scheme, settings, asOf }: Given): MatrixAnswer {
  const units: readonly Pick<UnitFact, 'id' | 'name' | 'aliases'>[] = [...facts.units, ...scheme.units]
  const named = (name: string): NamedUnit => ({
    name,
    unit: units.find(one => one.name === name || one.aliases?.includes(name))?.id ?? null,
  })
  const rows = duty.rows.map(row => ({
    clause: row.clause,
    lead: row.lead.map(named),
    with: row.with.map(named),
    ...(row.due === undefined ? {} : { due: dayOf(row.due, scheme, settings, asOf) }),
    ...(row.every === undefined ? {} : { every: row.every }),
  }))
  const all = rows.flatMap(row => [...row.lead, ...row.with])
  const unknown = [...new Set(all.filter(one => one.unit === null).map(one => one.name))]
  return { kind: 'matrix', rows, unknown, state: unknown.length === 0 ? 'met' : 'short' }
}
