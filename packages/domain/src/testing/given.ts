import type { Day } from '@guatu/kernel'
import { parseScheme, type Scheme } from '@guatu/scheme'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { ProjectFacts } from '../evaluate/index.ts'
import { type Given, given, NO_RECORDS, type Records } from '../record/index.ts'
import { factsOf } from './facts.ts'

/** A plan of nobody's with one list and whatever further items a test is about, as YAML. */
export function planWith(items: string): Scheme {
  const { parsed, findings } = parseScheme(`${HEAD}${items}`, 'plan.yaml')
  if (!parsed) throw new Error(JSON.stringify(findings))
  return parsed.scheme
}

const HEAD = `
scheme: sample
name: 样本
nameEn: Sample
jurisdiction: { id: sample, name: 样本县, nameEn: Sample county }
source: { title: 样本方案, issuer: 样本县, issuerEn: Sample county }
inForce: { from: 2023-01-01, to: 2024-12-31 }
colours:
  - { id: red, name: 红, nameEn: red, mark: red, severity: 3, meaning: 差, meaningEn: bad }
  - { id: green, name: 绿, nameEn: green, mark: green, severity: 0, meaning: 好, meaningEn: good }
lists:
  - { id: key, name: 重点, nameEn: Key, year: 2023 }
  - { id: other, name: 其他, nameEn: Others, year: 2023 }
board: { tiles: [none], completion: null, starts: null }
`

/** A project on the list `key` unless it says otherwise. */
export function projectOf(
  id: string,
  of: {
    readonly list?: string
    readonly figures?: ProjectFacts['returns'][number]['figures']
    readonly attributes?: Readonly<Record<string, number | string>>
    readonly annualPlan?: number
  } = {},
): ProjectFacts {
  const { list = 'key', figures, attributes, annualPlan } = of
  return {
    project: { id, name: id, attributes },
    memberships: [{ project: id, list, year: 2023, annualPlan }],
    returns: figures ? [{ project: id, period: '2023-01', figures }] : [],
  }
}

export const givenOf = (
  scheme: Scheme,
  asOf: Day,
  projects: readonly ProjectFacts[],
  records: Partial<Records>,
  settings: Readonly<Record<string, string>> = {},
): Given =>
  given(scheme, { ...factsOf(projects), settings }, { ...NO_RECORDS, ...records }, asOf, PUBLISHED_CALENDAR)
