import { jurisdictions, readScope, verifyChain } from '@guatu/store'
import { type Command, flag } from './command/command.ts'
import { withDatabase } from './input/database.ts'
import { table } from './table.ts'

export const verify: Command = {
  usage: 'verify [--json]',
  about: '逐条核对台账链 walk the hash chain of every ledger',
  options: { json: flag },
  words: [0, 0],
  async run({ values }, { root, print }) {
    const checks = await withDatabase(root, async database => {
      const found = []
      for (const { id } of await jurisdictions(database)) {
        const scope = { jurisdiction: id, person: 'cli', reads: 'all' as const }
        found.push({ jurisdiction: id, ...(await readScope(database, scope, verifyChain)) })
      }
      return found
    })
    if (values.json) print(JSON.stringify(checks))
    else {
      const rows = checks.map(one => [one.jurisdiction, String(one.seq), one.ok ? `ok ${one.hash}` : one.why])
      print(table(['行政区 jurisdiction', '序号 seq', '结果 result'], rows))
    }
    return checks.every(one => one.ok) ? 0 : 1
  },
}
