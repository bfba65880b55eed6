import { saveAccount } from '../account/account.ts'
import { closingFact } from '../closing/closing.ts'
import { unlockEndFact, unlockFact, unlocksOf } from '../closing/unlock.ts'
import type { Database } from '../database/open.ts'
import { issueDocument } from '../document/issued.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { saveImportDraft } from '../import/draft.ts'
import { saveSourceFile } from '../import/source-file.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { headSeq } from '../ledger/head.ts'
import type { NewEntry } from '../ledger/new.ts'
import { membershipFact, projectFact } from '../project/project.ts'
import { storeResult } from '../result/result.ts'
import { saveReturnDraft } from '../return/draft.ts'
import { returnFact } from '../return/fact.ts'
import { withIdentity } from '../scope/identity.ts'
import { type Scope, type ScopedTx, withScope } from '../scope/scope.ts'
import { createSession } from '../session/session.ts'
import { unitFact } from '../unit/unit.ts'

const DAY = '2020-01-01'

export const scopeOf = (jurisdiction: string): Scope => ({ jurisdiction, person: 'clerk', reads: 'all' })

export const entryOf = (project: string, period: string, amount: number, file?: string): NewEntry => ({
  subject: { kind: 'project', project },
  period,
  // What COPY has to escape.
  figures: { 'invest-ytd': amount, problem: `换行\n制表\t反斜杠\\N "引号"` },
  origin: file ? { via: 'import', file, sheet: '表', row: 3 } : { via: 'form' },
})

/** Something in every table, in two jurisdictions of which one is below the other. */
export async function fillSample(database: Database): Promise<void> {
  for (const [id, parent] of [['city'], ['县 one', 'city']] as const) {
    await createJurisdiction(database, { id, name: id, parent })
    await withIdentity(database, async tx => {
      await saveAccount(tx, {
        jurisdiction: id,
        login: id,
        person: 'li',
        passwordHash: '$argon2$x',
        active: true,
      })
      await createSession(tx, id, { jurisdiction: id, login: id, expiresAt: '2999-01-01T00:00:00.000Z' })
    })
    await withScope(database, scopeOf(id), async tx => {
      const file = await saveSourceFile(tx, { name: '表.csv', bytes: Buffer.from([0, 1, 255, 92, 10]) })
      await saveImportDraft(tx, 'draft', { rows: 3 })
      await appendBatch(tx, {
        idempotencyKey: 'first',
        facts: [
          unitFact({ id: 'u', name: '住建局', kind: 'bureau' }, DAY),
          projectFact({ id: 'p0', name: '项目', leadUnit: 'u' }, DAY),
          membershipFact({ project: 'p0', list: 'key', year: 2020, annualPlan: 7 }, DAY),
        ],
        entries: [
          entryOf('p0', '2020-01', 1, file),
          {
            subject: { kind: 'reported', indicator: 'fai', unit: 'u' },
            period: '2020-01',
            figures: { amount: 9 },
            origin: { via: 'form' },
          },
        ],
        outbox: [{ topic: 'light', payload: { project: 'p0' } }],
      })
      const seq = await headSeq(tx)
      await issueDocument(
        tx,
        {
          kind: 'bulletin',
          fileName: '通报.docx',
          mediaType: 'x/y',
          asOf: DAY,
          seq,
          bytes: Buffer.from('docx'),
        },
        { scheme: 'plan', schemeHash: 'h', engine: '1', text: ['{}'] },
      )
      await fillPeriod(tx)
    })
  }
}

/** A closed January with an unlock and a correction, and what waits for February. */
async function fillPeriod(tx: ScopedTx): Promise<void> {
  const judged = { kind: 'closing', scheme: 'plan', schemeHash: 'h', engine: '1', asOf: DAY, seq: 1 }
  const { id: result } = await storeResult(tx, judged, ['{}'])
  await appendBatch(tx, {
    facts: [
      returnFact({ unit: 'u', period: '2020-01', action: 'submit', state: 'accepted' }, '2020-02-03'),
      closingFact('2020-01', { result }, '2020-02-05'),
      unlockFact('2020-01', { reason: '漏报', until: '2999-01-01T00:00:00.000Z' }, '2020-02-06'),
    ],
  })
  const [unlock] = await unlocksOf(tx, '2020-01')
  await appendBatch(tx, { facts: [unlockEndFact('2020-01', unlock?.seq ?? 0, '2020-02-06')] })
  const correction = { period: '2020-01', proposedBy: 'li' }
  await appendBatch(tx, { entries: [{ ...entryOf('p0', '2020-01', 2), reason: '更正', correction }] })
  await saveReturnDraft(tx, { unit: 'u', period: '2020-02', body: { rows: ['换行\n'] } }, 0)
  const photo = { project: 'p0', period: '2020-01', name: '照片.jpg', mediaType: 'image/jpeg' }
  await addEvidence(tx, { ...photo, bytes: Buffer.from([0, 92, 10]) })
}

/** Appends returns and an import at a time, in both jurisdictions, until told to stop. */
export function keepWriting(database: Database): { stop(): Promise<number> } {
  let going = true
  let written = 0
  const write = async () => {
    while (going) {
      const n = ++written
      await withScope(database, scopeOf(n % 2 ? 'city' : '县 one'), async tx => {
        const file =
          n % 5 === 0 ? await saveSourceFile(tx, { name: `${n}.csv`, bytes: Buffer.from(`${n}`) }) : undefined
        const project = `p${n % 7}`
        await appendBatch(tx, {
          facts: [projectFact({ id: project, name: `${n}`, leadUnit: 'u' }, DAY)],
          entries: [entryOf(project, '2020-02', n, file), entryOf(project, '2020-03', n, file)],
          outbox: [{ topic: 'light', payload: { n } }],
        })
      })
    }
  }
  const done = Promise.all([write(), write()])
  return {
    stop: async () => {
      going = false
      await done
      return written
    },
  }
}
