import { checkRow } from '@guatu/domain/check'
import { test } from 'vitest'
import { DEMOS } from '../make/index.ts'
import { cleanRows } from './clean.ts'
import { tallies } from './tally.ts'

test('x', { timeout: 60000 }, () => {
  const from = performance.now()
  const r = tallies(Object.fromEntries(Object.entries(DEMOS).map(([k, f]) => [k, f()])))
  console.log(r.rows, performance.now() - from)
  for (const t of r.tallies) console.log(t.check.padEnd(30), t.planted, t.found, JSON.stringify(t.alarms))
  for (const [d, f] of Object.entries(DEMOS)) {
    const seen: Record<string, number> = {}
    for (const s of cleanRows(f()))
      for (const x of checkRow(s.row, s.context)) {
        seen[x.check] = (seen[x.check] ?? 0) + 1
        if ((seen[x.check] ?? 0) <= 5) console.log(d, x.project, s.row.period, x.check, x.message.zh)
      }
  }
})
