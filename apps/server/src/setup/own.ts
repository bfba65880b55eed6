import type { UnitFact } from '@guatu/domain'
import { nameKey } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import { appendBatch, type Database, personFact, postFact, unitFact, withScope } from '@guatu/store'
import { SYSTEM } from '../scheme/load.ts'

/** What stands when work begins stands from before any plan, so that looking back into the year shows it too. */
export const FROM_THE_START: Day = '2000-01-01'

/** As the import makes ids of units that it meets: the same name gives the same unit. */
export const unitId = (name: string): string => `u-${nameKey(name)}`

const ZONE = /(?:开发区|高新区|新区|园区|度假区|示范区|试验区|保税区|港区)$/

/** The unit at the top: a zone is run by a committee. */
const officeName = (jurisdiction: string): string =>
  /(?:政府|委员会|公署)$/.test(jurisdiction)
    ? jurisdiction
    : `${jurisdiction}${ZONE.test(jurisdiction) ? '管理委员会' : '人民政府'}`

export interface Own {
  /** Of the jurisdiction. */
  readonly name: string
  readonly bureau: string
  readonly person: string
  readonly login: string
}

/** The jurisdiction's office, the bureau that dispatches, and who sets up: dispatcher there, and administrator. */
export async function writeOwn(database: Database, jurisdiction: string, own: Own): Promise<void> {
  const office: UnitFact = { id: unitId(officeName(own.name)), name: officeName(own.name), kind: 'office' }
  const bureau: UnitFact = { id: unitId(own.bureau), name: own.bureau, kind: 'bureau', parent: office.id }
  const { login, person } = own
  const scope = { jurisdiction, person: SYSTEM, reads: 'all' as const }
  await withScope(database, scope, tx =>
    appendBatch(tx, {
      facts: [
        personFact({ id: SYSTEM, name: '系统' }, FROM_THE_START),
        unitFact(office, FROM_THE_START),
        ...(bureau.id === office.id ? [] : [unitFact(bureau, FROM_THE_START)]),
        personFact({ id: login, name: person }, FROM_THE_START),
        postFact({ id: login, person: login, role: 'dispatcher', unit: bureau.id }, FROM_THE_START),
        postFact({ id: `${login}-2`, person: login, role: 'administrator', unit: bureau.id }, FROM_THE_START),
      ],
    }),
  )
}
