import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts/index.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { appendBatch } from './append.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
const scope: Scope = { jurisdiction: 'zs', person: 'clerk', reads: 'all' }

describe('appendBatch', () => {
  it('takes facts and entries into the ledger and gives them back', async () => {
    const appended = await withScope(database, scope, tx =>
      appendBatch(tx, {
        facts: [
          {
            word: 'project',
            subject: 'p1',
            project: 'p1',
            effectiveFrom: '2020-01-01',
            body: { name: '甲' },
          },
        ],
        entries: [
          {
            subject: { kind: 'project', project: 'p1' },
            period: '2020-05',
            figures: { 'invest-ytd': 100, stage: 'started', mood: 'x' },
            origin: { via: 'form' },
          },
        ],
      }),
    )
    expect(appended).toMatchObject({ firstSeq: 1, lastSeq: 2, repeated: false })
    const live = await withScope(database, scope, tx => readFacts(tx, { asOf: '2020-05-31' }))
    expect(live.returns).toEqual([
      {
        project: 'p1',
        period: '2020-05',
        figures: { 'invest-ytd': 100, stage: 'started', mood: 'x' },
        sources: { 'invest-ytd': 2, stage: 2, mood: 2 },
      },
    ])
  })
})
