import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PUBLISHED_CALENDAR, runCase } from '@guatu/domain'
import { must } from '@guatu/kernel'
import { loadPlan, planFindings, triedBy } from '@guatu/scheme'
import { describe, expect, test } from 'vitest'
import { RULE_SETS } from './table.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const collected = `${root}../shared/data/cn-rules/warning_and_scoring_rules.csv`

function load(folder: string) {
  const names = ['scheme.yaml', 'clauses.yaml', 'cases.yaml'].filter(name =>
    existsSync(`${root}${folder}/${name}`),
  )
  const plan = loadPlan(
    new Map(names.map(name => [name, readFileSync(`${root}${folder}/${name}`, 'utf8')])),
    folder,
  )
  return { ...plan, parsed: must(plan.parsed, folder), cases: must(plan.cases, folder).cases }
}

describe.each([...new Set(RULE_SETS.map(one => one.scheme))])('%s', folder => {
  const { parsed, cases, findings } = load(folder)
  const items = RULE_SETS.filter(one => one.scheme === folder).flatMap(one => one.items)

  test('has no open findings', () => {
    const open = planFindings(parsed, PUBLISHED_CALENDAR).filter(one => one.severity !== 'note')
    expect([...findings, ...open]).toEqual([])
  })
  test.each(items)('%s is there and its cases hold', name => {
    const [kind = '', id] = name.split('/')
    expect(parsed.scheme[`${kind}s` as 'lights'].map(one => one.id)).toContain(id)
    const tried = cases.filter(one => `${triedBy(one).kind}/${triedBy(one).id}` === name)
    // The Xixia ladder does not climb by itself: one case says so.
    expect(tried.length).toBeGreaterThan(folder.startsWith('schemes/') || kind === 'board' ? 0 : 1)
    expect(tried.filter(one => !runCase(parsed.scheme, one).holds).map(one => one.name)).toEqual([])
  })
})

/** The first six cells of each line; quoted cells of this table hold commas, none a line break. */
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map(line => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(cell => cell[1] ?? ''))

test.skipIf(!existsSync(collected))(
  'every line of the collected table is run (skipped where it is absent)',
  () => {
    const rows = rowsOf(readFileSync(collected, 'utf8'))
    const named = rows.map(([place, , , object]) => `${place} ${object}`)
    expect(named).toEqual(RULE_SETS.map(one => `${one.place} ${one.object}`))
  },
)
