import { readFileSync } from 'node:fs'
import { PUBLISHED_CALENDAR, runCase } from '@guatu/domain'
import { must } from '@guatu/kernel'
import { applySupplement, lint, parseCases, parseScheme, planFindings } from '@guatu/scheme'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'

const page = readFileSync(new URL('scheme-language.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(block => block[1] ?? '')
const [first = ''] = blocks
const is = (key: string) => (block: string) =>
  block.includes(`${key}:`) && block.startsWith(`${key === 'cases' ? 'scheme' : key}:`)
const supplements = blocks.slice(1).filter(is('supplement'))
const caseFiles = blocks.slice(1).filter(is('cases'))
const examples = blocks.slice(1).filter(block => !supplements.includes(block) && !caseFiles.includes(block))

type Part = Readonly<Record<string, unknown>>
/** Lists of things grow, settings too; any other key is replaced. */
const laid = (scheme: Part, part: Part): Part => {
  const added = Object.entries(part).map(([key, value]) => {
    const now = scheme[key]
    if (Array.isArray(now) && Array.isArray(value)) return [key, [...now, ...value]]
    const both = key === 'settings' && typeof now === 'object' && typeof value === 'object'
    return [key, both ? { ...now, ...value } : value]
  })
  return { ...scheme, ...Object.fromEntries(added) }
}
const whole = (parts: readonly string[]) => stringify(parts.map(part => parse(part) as Part).reduce(laid))

const faults = (text: string) => {
  const { parsed, findings } = parseScheme(text, 'scheme.yaml')
  const told = parsed ? [...lint(parsed), ...planFindings(parsed, PUBLISHED_CALENDAR)] : findings
  return told.filter(one => one.severity !== 'note').map(one => `${one.line} ${one.code} ${one.message}`)
}
const all = whole([first, ...examples])

test('the smallest scheme stands by itself, and all examples of the page laid on it', () => {
  expect(faults(first)).toEqual([])
  expect(faults(all)).toEqual([])
})

test('every kind of item has an example', () => {
  const { parsed } = parseScheme(all, 'scheme.yaml')
  const empty = Object.entries(must(parsed, 'scheme').scheme).filter(
    ([, value]) => Array.isArray(value) && value.length === 0,
  )
  expect(empty.map(([key]) => key)).toEqual([])
})

test.each(supplements)('a supplement is laid over it', text => {
  const { text: after, findings } = applySupplement(all, text, 'supplement.yaml')
  expect(findings).toEqual([])
  expect(faults(must(after, 'layered'))).toEqual([])
})

test.each(caseFiles)('its cases hold', text => {
  const { parsed } = parseScheme(all, 'scheme.yaml')
  const { cases, findings } = parseCases(text, 'cases.yaml')
  expect(findings).toEqual([])
  const results = must(cases, 'cases').cases.map(one => runCase(must(parsed, 'scheme').scheme, one))
  expect(results.filter(one => !one.holds)).toEqual([])
  expect(results.length).toBeGreaterThan(5)
})
