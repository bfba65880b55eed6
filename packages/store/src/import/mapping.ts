import type { Day } from '@guatu/kernel'
import { factsInForce, type Moment } from '../facts/in-force.ts'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** How the columns of a kind of file are read; the body is the importer's own. */
export interface SavedMapping {
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
}

export function mappingFact(id: string, body: object, effectiveFrom: Day): NewFact {
  return { word: 'mapping', subject: id, effectiveFrom, body }
}

export async function mappings(tx: ScopedTx, moment: Moment): Promise<SavedMapping[]> {
  return (await factsInForce(tx, ['mapping'], moment)).map(({ subject, body }) => ({ id: subject, body }))
}
