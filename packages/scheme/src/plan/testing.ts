import type { WorkingCalendar } from '@guatu/kernel'
import { parseScheme } from '../parse.ts'
import { SMALL } from '../testing.ts'
import type { PlanFinding } from './finding.ts'
import { planFindings } from './index.ts'

/** Section of a scheme → lines to add to it; `source` adds to the one line of SMALL. */
export type Additions = Readonly<Record<string, readonly string[] | string>>

export const EVERY_WEEKDAY: WorkingCalendar = {
  off: new Set(),
  on: new Set(),
  publishedThrough: '2099-12-31',
}

/** What is wrong with the small plan after something is added; throws where it no longer parses. */
export function faultsOf(added: Additions): PlanFinding[] {
  let text = SMALL
  for (const [key, value] of Object.entries(added)) {
    if (typeof value === 'string') text = text.replace(/source: \{.*\}/, `source: ${value}`)
    else if (text.includes(`\n${key}:\n`))
      text = text.replace(`\n${key}:\n`, `\n${key}:\n${value.map(line => `  ${line}\n`).join('')}`)
    else text = text.replace('\nboard:', `\n${key}:\n${value.map(line => `  ${line}\n`).join('')}board:`)
  }
  const { parsed, findings } = parseScheme(text, 'small.yaml')
  if (!parsed) throw new Error(findings.map(one => `${one.line}: ${one.message}`).join('\n'))
  return planFindings(parsed, EVERY_WEEKDAY)
}

/** `code item item` of each. */
export const faults = (added: Additions): string[] =>
  faultsOf(added).map(one => [one.code, ...one.between.map(({ id }) => id)].join(' '))

const named = (id: string) => `id: ${id}, name: ${id}, nameEn: ${id}`
export const target = (id: string, indicator: string, rest: string): string =>
  `- { ${named(id)}, indicator: ${indicator}, ${rest.includes('scope:') ? '' : 'scope: {}, '}${rest.includes('due:') ? '' : 'due: year-end, '}${rest} }`
export const list = (id: string, rest = ''): string => `- { ${named(id)}, year: 2023${rest && `, ${rest}`} }`
export const reported = (id: string, values: string, rest = ''): string =>
  `- { ${named(id)}, origin: reported, caliber: statistics, values: { ${values} }${rest && `, ${rest}`} }`
export const ratio = (id: string, of: string, to: string): string =>
  `- { ${named(id)}, origin: from-projects, caliber: dispatch, shape: ratio, numerator: { ${of} }, denominator: { ${to} } }`
export const floor = (name: string, value: string): string => `floor: { 2023-05-12: { ${name}: ${value} } }`
export const stretch = (name: string, value: string): string =>
  `stretch: { 2023-05-12: { ${name}: ${value} } }`
