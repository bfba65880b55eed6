import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { coverage, lint, parseClauses, parseScheme } from '@guatu/scheme'
import { checkCitations } from '@guatu/scheme/citations'
import { describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const seeds = fileURLToPath(new URL('../../shared/seeds/', import.meta.url))
const collected = fileURLToPath(new URL('../../shared/clauses.tsv', import.meta.url))
const plans = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

function read(plan: string) {
  const text = (name: string) => readFileSync(`${here}${plan}/${name}`, 'utf8')
  const { parsed, findings } = parseScheme(text('scheme.yaml'), `schemes/${plan}/scheme.yaml`)
  const clauses = parseClauses(text('clauses.yaml'), `schemes/${plan}/clauses.yaml`)
  if (!parsed || !clauses.table) throw new Error(JSON.stringify([...findings, ...clauses.findings]))
  return { parsed, clauses: clauses.table }
}

/** Reading one takes some tenths of a second, and nothing here changes it. */
const known = new Map(plans.map(plan => [plan, read(plan)]))
const load = (plan: string) => known.get(plan) ?? read(plan)

test.each(plans)('%s has no findings', plan => {
  const { parsed, clauses } = load(plan)
  expect(lint(parsed, clauses)).toEqual([])
  expect([parsed.scheme.scheme, clauses.scheme]).toEqual([plan, plan])
})

test('the example of a plan of its own cites nothing and has no findings', () => {
  const file = 'examples/nyc/scheme.yaml'
  const { parsed, findings } = parseScheme(readFileSync(`${here}../${file}`, 'utf8'), file)
  expect(parsed ? lint(parsed) : findings).toEqual([])
  expect(parsed && coverage([parsed.scheme])).toEqual([])
})

const published = `${here}../examples/rules/`
const places = readdirSync(published, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

test.each(places)('the published rule of %s has no findings', place => {
  const { parsed, findings } = parseScheme(readFileSync(`${published}${place}/scheme.yaml`, 'utf8'), place)
  expect(parsed ? lint(parsed) : findings).toEqual([])
  expect(parsed?.scheme.scheme).toBe(place)
})

/** Every clause of kind target, list, cadence or warning of the five plans. */
const RUNNING = [
  ...['BH-C1', 'BH-L1', 'BH-L2', 'BH-T1', 'BH-T2', 'BH-T3', 'BH-T4', 'BH-T5', 'BH-T6', 'BH-T7'],
  ...['HY-C1', 'HY-C2', 'HY-C3', 'HY-T1', 'HY-T10', 'HY-T2', 'HY-T3', 'HY-T4', 'HY-T5', 'HY-T6', 'HY-T7'],
  ...['HY-T8', 'HY-T9'],
  ...['JYG-C1', 'JYG-C2', 'JYG-C3', 'JYG-L1', 'JYG-L2', 'JYG-L3', 'JYG-L4', 'JYG-L5'],
  ...['JYG-T1', 'JYG-T2', 'JYG-T3', 'JYG-W1'],
  ...['XX-C1', 'XX-C2', 'XX-C3', 'XX-L1', 'XX-T1', 'XX-T10', 'XX-T11', 'XX-T2', 'XX-T4', 'XX-T5', 'XX-T6'],
  ...['XX-T7', 'XX-T8', 'XX-T9', 'XX-W1'],
  ...['ZS-C1', 'ZS-L1', 'ZS-T1', 'ZS-W1'],
]
const coverageRows = () => coverage(plans.map(plan => load(plan).parsed.scheme))
const KINDS = new Set(['target', 'list', 'cadence', 'warning'])

test('all 54 clauses of targets, lists, cadences and warnings run, none by a task alone', () => {
  const rows = coverageRows().filter(row => row.by !== 'task')
  const run = new Set(rows.map(row => row.clause))
  expect(RUNNING).toHaveLength(54)
  expect(RUNNING.filter(clause => !run.has(clause))).toEqual([])
})

/** What the tables of the plans ask, and what answers it. */
function answered() {
  const named = plans.flatMap(plan => load(plan).clauses.clauses.map(one => one.id))
  const rows = coverageRows()
  const by = (clause: string) => rows.filter(row => row.clause === clause).map(row => row.by)
  return {
    named,
    missing: named.filter(id => by(id).length === 0),
    alone: named.filter(id => isTask(by(id))),
  }
}
const isTask = (by: readonly string[]) => by.length > 0 && by.every(one => one === 'task')

test('all 157 clauses are answered', () => {
  const { named, missing } = answered()
  expect(named).toHaveLength(157)
  expect(missing).toEqual([])
})

test('at most 40 are answered by a task alone, each with the reason why nothing can be computed', () => {
  const { alone } = answered()
  expect(alone.length).toBeLessThanOrEqual(40)
  const tasks = plans.flatMap(plan => load(plan).parsed.scheme.tasks)
  const reasons = (clause: string) => tasks.filter(one => one.covers.includes(clause)).map(one => one.because)
  expect(alone.filter(clause => reasons(clause).length === 0 || reasons(clause).includes(''))).toEqual([])
})

test('the clause tables name the same 54', () => {
  const named = plans.flatMap(plan => load(plan).clauses.clauses.filter(one => KINDS.has(one.kind)))
  expect(named.map(one => one.id).sort()).toEqual([...RUNNING].sort())
})

test.skipIf(!existsSync(collected))('they are those of the collected clauses (skipped where absent)', () => {
  const rows = readFileSync(collected, 'utf8').trim().split('\n').slice(1)
  const cells = rows.map(row => row.split('\t'))
  const all = cells.map(([id, , , kind]) => [id, kind]).sort()
  const wanted = all.filter(([, kind]) => KINDS.has(kind ?? '')).map(([id]) => id)
  expect(wanted).toEqual([...RUNNING].sort())
  const tables = plans.flatMap(plan => load(plan).clauses.clauses.map(one => [one.id, one.kind]))
  expect(tables.sort()).toEqual(all)
})

test('clauses run by items of their own kinds', () => {
  const by = (clause: string) =>
    coverageRows()
      .filter(row => row.clause === clause)
      .map(row => row.by)
  expect(by('XX-W1')).toEqual(['action', 'light'])
  expect(by('HY-A2')).toEqual(['procedure'])
  expect(by('BH-I1')).toEqual(['funnel'])
  expect(by('BH-X1')).toEqual(['disclosure'])
  expect(by('JYG-L1')).toEqual(['list', 'target'])
  expect(by('JYG-T4')).toEqual(['task'])
  expect(by('HY-C1')).toEqual(['cadence', 'light'])
  expect(by('BH-C1')).toEqual(['cadence', 'light', 'list'])
  expect(by('BH-T6')).toEqual(['target'])
})

describe.skipIf(!existsSync(seeds))('citations (skipped where the collected texts are absent)', () => {
  const textOf = (plan: string) => readFileSync(seeds + load(plan).parsed.scheme.source.seed, 'utf8')

  test.each(plans)('every term of %s stands at its clause', plan => {
    expect(checkCitations(load(plan).parsed, textOf(plan))).toEqual([])
  })

  /** Each numeral of a term moved by one in its last digit. */
  const shifted = (term: string) => term.replace(/\d(?!.*\d)/, digit => String((Number(digit) + 1) % 10))

  test.each(plans)('a number of %s off by one is found out', plan => {
    const { parsed } = load(plan)
    const items = [...parsed.scheme.lists, ...parsed.scheme.targets, ...parsed.scheme.lights]
    const terms = items.flatMap(item => item.terms).filter(term => /\d/.test(term))
    expect(terms.length).toBeGreaterThan(3)
    const [list] = parsed.scheme.lists
    if (!list) throw new Error('no list')
    const lists = terms.map(term => {
      const clause = items.find(item => item.terms.includes(term))?.clause
      return { ...list, clause, terms: [shifted(term)] }
    })
    const alone = {
      ...parsed.scheme,
      lists,
      indicators: [],
      targets: [],
      cadences: [],
      lights: [],
      tasks: [],
    }
    const missing = checkCitations({ ...parsed, scheme: alone }, textOf(plan)).map(one => one.message)
    expect(missing).toHaveLength(terms.length)
  })
})
