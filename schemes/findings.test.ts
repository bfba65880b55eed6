import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PUBLISHED_CALENDAR } from '@guatu/domain'
import { must } from '@guatu/kernel'
import { PLAN_CODES, parseScheme, planFindings } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Row {
  readonly code: string
  /** `kind/id` */
  readonly between: readonly string[]
  readonly clauses?: readonly string[]
}
interface Quiet extends Row {
  readonly why: string
  /** What to change in the plan so that it must alarm. */
  readonly turned?: readonly [from: string, to: string]
}
interface Table {
  readonly expected: readonly Row[]
  readonly quiet: readonly Quiet[]
}

const here = fileURLToPath(new URL('.', import.meta.url))
const read = (path: string) => readFileSync(`${here}${path}`, 'utf8')
/** Typed by hand from what the plans mean, before the linter looked at them. */
const tables = parse(read('findings.yaml')) as Readonly<Record<string, Table>>
const plans = Object.keys(tables)
const seeds = fileURLToPath(new URL('../../shared/seeds/', import.meta.url))

const key = (code: string, between: readonly string[]) => [code, ...[...between].sort()].join(' ')

/** Every finding, the document itself left out where something else is named. */
function found(plan: string, source = read(`${plan}/scheme.yaml`)) {
  const file = `schemes/${plan}/scheme.yaml`
  const { parsed } = parseScheme(source, file)
  const seed = `${seeds}${parsed?.scheme.source.seed}`
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : undefined
  return planFindings(must(parsed, file), PUBLISHED_CALENDAR, text).map(one => {
    const named = one.between.filter(({ kind }) => kind !== 'source')
    const between = (named.length > 0 ? named : one.between).map(({ kind, id }) => `${kind}/${id}`)
    const clauses = [...new Set(one.between.flatMap(party => party.covers))]
    return { ...one, key: key(one.code, between), names: between, clauses }
  })
}

const asIs = new Map(plans.map(plan => [plan, found(plan)]))
const foundAsIs = (plan: string) => must(asIs.get(plan), plan)

describe.each(plans)('%s', plan => {
  const { quiet, ...table } = must(tables[plan], plan)
  const expected = table.expected.filter(row => existsSync(seeds) || !row.code.startsWith('text.'))
  const findings = foundAsIs(plan)
  const keys = findings.map(one => one.key)

  test('every fault written down by hand is found', () => {
    expect(expected.map(row => key(row.code, row.between)).filter(one => !keys.includes(one))).toEqual([])
  })
  test('nothing else is found', () => {
    const known = expected.map(row => key(row.code, row.between))
    expect(keys.filter(one => !known.includes(one))).toEqual([])
    expect(keys).toHaveLength(new Set(keys).size)
  })
  test('each names its clauses', () => {
    for (const { code, between, clauses = [] } of expected) {
      const one = findings.find(finding => finding.key === key(code, between))
      expect([one?.key, [...(one?.clauses ?? [])].sort()]).toEqual([one?.key, [...clauses].sort()])
    }
  })
  test('what only looks alike stays quiet, and is there to be looked at', () => {
    const { parsed } = parseScheme(read(`${plan}/scheme.yaml`), plan)
    const scheme = must(parsed, plan).scheme
    for (const { code, between } of quiet) {
      expect(Object.keys(PLAN_CODES)).toContain(code)
      for (const name of between) {
        const [kind = '', id = ''] = name.split('/')
        const items = { ...scheme, sources: [{ id: 'source' }] }
        const of = kind === 'counted' ? items.counted : items[`${kind}s` as 'lists' | 'targets']
        expect([name, of.some(one => one.id === id)]).toEqual([name, true])
      }
      const alarms = findings.filter(
        one => one.code === code && between.every(name => one.names.includes(name)),
      )
      expect([code, between, alarms.map(one => one.message)]).toEqual([code, between, []])
    }
  })
  test.each(quiet.flatMap(row => (row.turned ? [{ ...row, turned: row.turned }] : [])))(
    '$code alarms once $turned.0 is $turned.1',
    ({ code, between, turned }) => {
      const source = read(`${plan}/scheme.yaml`)
      expect(source.split(turned[0])).toHaveLength(2)
      const after = found(plan, source.replace(turned[0], turned[1]))
      const alarms = after.filter(one => one.code === code && between.every(name => one.names.includes(name)))
      expect(alarms.length).toBeGreaterThan(0)
    },
  )
  test('each is acknowledged in both languages, so that none fails the check', () => {
    expect(findings.filter(one => one.severity !== 'note').map(one => one.key)).toEqual([])
    for (const one of findings)
      expect(one.acknowledged).toEqual({ reading: expect.any(String), readingEn: expect.any(String) })
  })
})

test.each(['../examples/nyc', '../examples/gmpp'])('%s, a plan of its own, has no faults', plan => {
  expect(found(plan).map(one => one.message)).toEqual([])
})

test('the numbers said are those of the audit', () => {
  const said = (plan: string, code: string) => foundAsIs(plan).find(one => one.code === code)?.message ?? ''
  for (const [plan, code, ...numbers] of [
    ['jiayuguan', 'quarters.no-total', '157.1亿元'],
    ['jiayuguan', 'curve.half-year', '21.1%'],
    ['jiayuguan', 'source.published-late', '59个工作日'],
    ['jiayuguan', 'invest.before-start', '0.25亿元'],
    ['hanyin', 'share.must-fall', '0.991', '19.9%'],
    ['beihai', 'caliber.total-exceeded', '5630亿元', '1910亿元', '2.95', '2000亿元'],
    ['beihai', 'base.total-and-growth', '228.94亿元'],
    ['beihai', 'growth.compound', '152.1%'],
    ['beihai', 'part.of-part', '20亿元', '80亿元'],
    ['xixia', 'metric.two-scopes', '80亿元'],
  ] as const)
    for (const number of numbers) expect(said(plan, code)).toContain(number)
})

test('whatever number stands in a plan, its faults are told in both languages', () => {
  const numbers = plans.flatMap(plan => {
    const source = read(`${plan}/scheme.yaml`)
    return [...source.matchAll(/\d+(\.\d+)?/g)].map(at => ({ plan, source, at: at.index, old: at[0] }))
  })
  const other = fc.oneof(
    fc.constantFrom('0', '1', '-100', '100', '9999', '0000', '99999999999999999999'),
    fc.nat(3000).map(String),
    fc.double({ min: 0, max: 1000, noNaN: true }).map(value => value.toFixed(2)),
  )
  fc.assert(
    fc.property(fc.constantFrom(...numbers), other, ({ plan, source, at, old }, value) => {
      const { parsed } = parseScheme(source.slice(0, at) + value + source.slice(at + old.length), plan)
      for (const one of parsed ? planFindings(parsed, PUBLISHED_CALENDAR) : []) {
        expect(one.zh).toMatch(/\p{Script=Han}/u)
        expect(one.en).toMatch(/[a-z]/)
        expect(one.message).not.toMatch(/undefined|NaN|Infinity/)
      }
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('the table is as long as the audit asks, and most of what is quiet has been made to alarm', () => {
  const rows = plans.flatMap(plan => must(tables[plan], plan).quiet)
  expect(rows.length).toBeGreaterThanOrEqual(25)
  expect(rows.filter(row => row.turned).length * 4).toBeGreaterThan(rows.length * 3)
})
