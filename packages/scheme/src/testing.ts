import { type ParsedScheme, parseScheme } from './parse.ts'

/** A small whole scheme for tests, of no real place. */
export const SMALL = `
scheme: small
name: 某县方案
nameEn: A county plan
jurisdiction: { id: small, name: 某县, nameEn: A County }
source: { title: 某方案, issued: 2023-05-12, issuer: 某县, issuerEn: A County }
inForce: { from: 2023-05-12, to: 2023-12-31 }
colours:
  - { id: red, name: 红, nameEn: red, mark: red, severity: 3, meaning: 滞后, meaningEn: behind }
  - { id: green, name: 绿, nameEn: green, mark: green, severity: 0, meaning: 正常, meaningEn: fine }
settings:
  red-cut: { type: rate, default: 65%, about: 红线, aboutEn: red cut }
lists:
  - { id: key, name: 重点, nameEn: Key, year: 2023 }
indicators:
  - { id: invest-ytd, name: 完成投资, nameEn: Done, origin: from-projects, caliber: dispatch, shape: sum, of: { sum: invest-ytd } }
  - { id: fai, name: 固定资产投资, nameEn: FAI, origin: reported, caliber: statistics, values: { growth: rate } }
targets:
  - { id: invest, name: 完成, nameEn: Done, indicator: invest-ytd, scope: { list: key }, due: year-end, floor: { 2023-05-12: { value: 10亿元 } } }
lights:
  - id: progress
    name: 进度
    nameEn: Progress
    dimension: progress
    measure: { kind: ratio, of: invest-ytd, to: annual-plan }
    bands:
      - { below: { setting: red-cut }, colour: red }
      - { colour: green }
board: { tiles: [invest], completion: null, starts: null }
`

/** SMALL with some of its text replaced; throws where the text is not there or no longer parses. */
export function small(...changes: readonly (readonly [from: string, to: string])[]): ParsedScheme {
  let text = SMALL
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`not in the small scheme: ${from}`)
    text = text.replace(from, to)
  }
  const { parsed, findings } = parseScheme(text, 'small.yaml')
  if (!parsed) throw new Error(findings.map(one => `${one.line}: ${one.message}`).join('\n'))
  return parsed
}
