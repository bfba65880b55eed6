import { openDatabase } from '../database/open.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { withScope } from '../scope/scope.ts'

/**
 * A server to kill: opens the database in the folder given, says `{"url"}`, and takes commands by line. `append N`
 * writes an entry and says so once it is committed; `hang N` says so before the commit and never commits; `close`.
 */
async function main(dataDir: string): Promise<void> {
  const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)
  const database = await openDatabase({ dataDir })
  await createJurisdiction(database, { id: 'zs', name: '柞水县' })
  say({ url: database.url, uid: process.getuid?.() })

  const append = (n: number, beforeCommit: () => Promise<unknown>) =>
    withScope(database, { jurisdiction: 'zs', person: 'clerk', reads: 'all' }, async tx => {
      const subject = { kind: 'project', project: `p${n}` } as const
      await appendBatch(tx, {
        entries: [{ subject, period: '2020-05', figures: {}, origin: { via: 'form' } }],
      })
      await beforeCommit()
    })
  for await (const chunk of process.stdin) {
    const [command, n] = String(chunk).trim().split(' ')
    if (command === 'append') await append(Number(n), async () => undefined).then(() => say({ committed: n }))
    if (command === 'hang') await append(Number(n), () => new Promise(() => say({ uncommitted: n })))
    if (command === 'close') return await database.close()
  }
}

void main(process.argv[2] ?? '')
