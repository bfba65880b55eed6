import type { Facts } from '@guatu/domain'
import type { Known } from '../reference.ts'
import type { RecordShape } from './columns.ts'

/** Ids that records may name. */
export interface KnownIds {
  readonly project: Known
  readonly unit: Known
  readonly list: Known
  readonly role: Known
  readonly clock: Known
  /** Tasks and documents. */
  readonly item: Known
  readonly step: Known
  readonly funnel: Known
  readonly stage: Known
  readonly grant: Known
  readonly ladder: Known
  readonly rung: Known
  readonly piece: Known
}

type Named = readonly { readonly id: string }[]
const ids = (...all: readonly Named[]): Known => new Set(all.flat().map(one => one.id))

export function knownOf(shape: RecordShape, facts: Facts): KnownIds {
  return {
    project: ids(facts.projects),
    unit: ids(facts.units, shape.units),
    list: ids(shape.lists),
    role: new Set(shape.duties.flatMap(one => (one.kind === 'visits' ? [one.role] : []))),
    clock: ids(shape.duties.filter(one => one.kind === 'clock')),
    item: ids(shape.tasks, shape.documents),
    step: ids(...shape.procedures.map(one => one.steps)),
    funnel: ids(shape.funnels.filter(one => one.of === 'deals')),
    stage: ids(...shape.funnels.map(one => one.stages)),
    grant: ids(shape.funds.filter(one => one.kind === 'grant')),
    ladder: ids(shape.actions),
    rung: ids(...shape.actions.map(one => one.steps)),
    piece: ids(...shape.disclosures.map(one => one.pieces)),
  }
}
