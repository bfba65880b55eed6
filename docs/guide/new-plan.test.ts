import { readFileSync } from 'node:fs'
import { PUBLISHED_CALENDAR, runCase } from '@guatu/domain'
import { must } from '@guatu/kernel'
import { loadPlan, planFindings } from '@guatu/scheme'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const blocks = [...read('new-plan.md').matchAll(/^```yaml\n(.*?)^```$/gms)].map(block => block[1] ?? '')
const [items = '', cases = ''] = blocks
const template = { scheme: read('template/scheme.yaml'), cases: read('template/cases.yaml') }
const guided = {
  scheme: `${template.scheme}${items}`,
  cases: `${template.cases}${cases.replace('cases:\n', '')}`,
}

test.each([
  ['the template as it is', template],
  ['the template with what the guide adds', guided],
])('%s has no findings, and its cases hold', (_, plan) => {
  const files = new Map([
    ['scheme.yaml', plan.scheme],
    ['cases.yaml', plan.cases],
  ])
  const { parsed, cases: tried, findings } = loadPlan(files, 'my-plan')
  expect(findings).toEqual([])
  const scheme = must(parsed, 'scheme')
  expect(planFindings(scheme, PUBLISHED_CALENDAR)).toEqual([])
  const results = must(tried, 'cases').cases.map(one => runCase(scheme.scheme, one))
  expect(results.filter(one => !one.holds)).toEqual([])
})

test('the guide adds items and cases', () => expect(blocks).toHaveLength(2))

test('the finding that it explains is what the check says', () => {
  const typo = template.scheme.replace('below: -10pp, colour: yellow', 'below: -10pp, colour: yelow')
  const { findings } = loadPlan(new Map([['scheme.yaml', typo]]), 'my-plan')
  const lines = findings.map(one => [
    one.file,
    one.line,
    one.column,
    one.severity,
    one.code,
    one.message,
    one.mend,
  ])
  const said = lines.map(([file, line, column, ...rest]) => `${file}:${line}:${column}  ${rest.join('  ')}`)
  expect(said.some(line => read('new-plan.md').includes(line)) || said).toBe(true)
})
