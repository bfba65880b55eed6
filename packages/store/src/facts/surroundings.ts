import { type Facts, type FoldedEntry, foldEntries, toFacts, type UnitFact } from '@guatu/domain'
import { compareText } from '@guatu/kernel'
import { ENTRY_COLUMNS } from '../ledger/columns.ts'
import { entryOf } from '../ledger/rows.ts'
import { foldedOfUnit, REPORTED_COLUMNS } from '../projection/folded.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleUnits } from '../scope/visible.ts'
import { factsInForce, type Moment } from './in-force.ts'

/** All that judges projects besides what is known of themselves. */
export type Surroundings = Pick<Facts, 'jurisdiction' | 'units' | 'reported' | 'settings'>

export async function surroundings(tx: ScopedTx, moment: Moment): Promise<Surroundings> {
  const facts = await factsInForce(tx, ['unit', 'setting'], moment)
  const units = facts.filter(fact => fact.word === 'unit')
  const settings = facts.filter(fact => fact.word === 'setting')
  return {
    jurisdiction: tx.scope.jurisdiction,
    units: units
      .map(({ subject, body }) => ({ ...body, id: subject }) as unknown as UnitFact)
      .sort((a, b) => compareText(a.id, b.id)),
    reported: await reportedFigures(tx, moment),
    settings: Object.fromEntries(settings.map(({ subject, body }) => [subject, String(body.value)])),
  }
}

/** By name. */
export async function settingsInForce(tx: ScopedTx, moment: Moment): Promise<Facts['settings']> {
  const settings = await factsInForce(tx, ['setting'], moment)
  return Object.fromEntries(settings.map(({ subject, body }) => [subject, String(body.value)]))
}

/** What units report of themselves, in periods that ended by the day; sorted, so that equal facts are equal text. */
export async function reportedFigures(tx: ScopedTx, moment: Moment): Promise<Facts['reported']> {
  const folded =
    moment.knownAt === undefined ? await currentReported(tx, moment) : await pastReported(tx, moment)
  const key = (one: Facts['reported'][number]) => `${one.indicator} ${one.unit} ${one.period}`
  return toFacts(folded).reported.sort((a, b) => compareText(key(a), key(b)))
}

async function currentReported(tx: ScopedTx, { asOf }: Moment): Promise<FoldedEntry[]> {
  const rows = await tx.db
    .selectFrom('reported_current')
    .select(REPORTED_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('period_end', '<=', asOf)
    .where(ofVisibleUnits(tx))
    .execute()
  return rows.map(foldedOfUnit)
}

async function pastReported(tx: ScopedTx, { asOf, knownAt }: Moment): Promise<FoldedEntry[]> {
  const rows = await tx.db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('project_id', 'is', null)
    .where('period_end', '<=', asOf)
    .where('seq', '<=', knownAt ?? Number.MAX_SAFE_INTEGER)
    .where(ofVisibleUnits(tx))
    .execute()
  return foldEntries(rows.map(entryOf))
}
