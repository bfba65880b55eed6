import type { Day } from '@guatu/kernel'
import { appendBatch, type Database, withScope } from '@guatu/store'
import { returnsFromFact } from '../return/from.ts'

/** The demo owes no returns of before its own day; a test that plays earlier months does. */
export const oweSince = (database: Database, jurisdiction: string, day: Day) =>
  withScope(database, { jurisdiction, person: 'test', reads: 'all' }, tx =>
    appendBatch(tx, { facts: [returnsFromFact(day)] }),
  )
