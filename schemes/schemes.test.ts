import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { coverage, lint, parseClauses, parseScheme } from '@guatu/scheme'
import { checkCitations } from '@guatu/scheme/citations'
import { describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const seeds = fileURLToPath(new URL('../../shared/seeds/', import.meta.url))
const plans = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

function load(plan: string) {
  const read = (name: string) => readFileSync(`${here}${plan}/${name}`, 'utf8')
  const { parsed, findings } = parseScheme(read('scheme.yaml'), `schemes/${plan}/scheme.yaml`)
  const clauses = parseClauses(read('clauses.yaml'), `schemes/${plan}/clauses.yaml`)
  if (!parsed || !clauses.table) throw new Error(JSON.stringify([...findings, ...clauses.findings]))
  return { parsed, clauses: clauses.table }
}

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

test('the clauses that the first road runs are covered, each by items of its kind', () => {
  const rows = coverage(plans.map(plan => load(plan).parsed.scheme))
  const by = (clause: string) => rows.filter(row => row.clause === clause).map(row => row.by)
  expect([...new Set(rows.map(row => row.clause))]).toEqual([
    ...['JYG-C1', 'JYG-C2', 'JYG-C3', 'JYG-D1', 'JYG-L1', 'JYG-L2', 'JYG-L3', 'JYG-L4', 'JYG-L5'],
    ...['JYG-T1', 'JYG-T2', 'JYG-T3', 'JYG-T4', 'JYG-W1'],
    ...['XX-C2', 'XX-L1', 'XX-T1', 'XX-T4', 'XX-W1'],
    ...['ZS-C1', 'ZS-L1', 'ZS-S1', 'ZS-T1', 'ZS-W1'],
  ])
  expect(by('XX-W1')).toEqual(['light'])
  expect(by('JYG-L1')).toEqual(['list', 'target'])
  expect(by('JYG-T4')).toEqual(['task'])
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
