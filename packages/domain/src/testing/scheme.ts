import { must } from '@guatu/kernel'
import { type Band, type Light, type Measure, parseScheme, type Scheme } from '@guatu/scheme'

/** A plan of nobody's, small enough to read whole, with every measure, both origins and both kinds of list. */
const TEXT = `
scheme: sample
name: 样本
nameEn: Sample
jurisdiction: { id: sample, name: 样本县, nameEn: Sample county }
source: { title: 样本方案, issuer: 样本县, issuerEn: Sample county }
inForce: { from: 2023-01-01, to: 2024-12-31 }
colours:
  - { id: red, name: 红, nameEn: red, mark: red, severity: 3, meaning: 差, meaningEn: bad }
  - { id: yellow, name: 黄, nameEn: yellow, mark: yellow, severity: 2, meaning: 中, meaningEn: middling }
  - { id: green, name: 绿, nameEn: green, mark: green, severity: 0, meaning: 好, meaningEn: good }
settings:
  season: { type: season, default: 03-15/11-15, about: 季, aboutEn: season }
  red-cut: { type: rate, default: 65%, about: 线, aboutEn: cut }
fields:
  - { id: budget, name: 概算, nameEn: Budget, type: money, accrues: always }
  - { id: forecast-completion, name: 预计完工, nameEn: Forecast completion, type: day, accrues: always }
lists:
  - { id: key, name: 重点, nameEn: Key, year: 2023 }
  - { id: backed, name: 包抓, nameEn: Backed, year: 2023, curve: { kind: quarters, weights: [155, 1050, 2295, 2200] } }
indicators:
  - { id: project-count, name: 数, nameEn: Count, origin: from-projects, caliber: dispatch, shape: count, of: { count: projects } }
  - { id: invest-ytd, name: 完成, nameEn: Done, origin: from-projects, caliber: dispatch, shape: sum, of: { sum: invest-ytd } }
  - { id: stat-ytd, name: 统计, nameEn: Statistics, origin: from-projects, caliber: statistics, shape: sum, of: { sum: stat-ytd } }
  - id: start-rate
    name: 开工率
    nameEn: Started
    origin: from-projects
    caliber: dispatch
    shape: ratio
    numerator: { count: projects, where: { nature: [continuing, new], stage: [started, completed, operating] } }
    denominator: { count: projects, where: { nature: [continuing, new] } }
  - id: due-start-rate
    name: 到期开工率
    nameEn: Due and started
    origin: from-projects
    caliber: dispatch
    shape: ratio
    numerator: { count: projects, where: { plannedStart: by-as-of, stage: [started, completed, operating] } }
    denominator: { count: projects, where: { plannedStart: by-as-of } }
  - id: completion-rate
    name: 完成率
    nameEn: Completion
    origin: from-projects
    caliber: dispatch
    shape: ratio
    numerator: { sum: invest-ytd }
    denominator: { sum: annual-plan }
  - id: budget-course
    name: 概算变化
    nameEn: Budget against the first
    origin: from-projects
    caliber: dispatch
    shape: ratio
    numerator: { sum: budget }
    denominator: { sum: { first: budget } }
  - id: fai
    name: 固定资产投资
    nameEn: Fixed-asset investment
    origin: reported
    caliber: statistics
    values: { amount: money, growth: rate }
targets:
  - id: fai
    name: 固投
    nameEn: FAI
    indicator: fai
    scope: {}
    due: year-end
    floor: { 2023-01-01: { growth: 10%, amount: 140亿元 } }
    stretch: { 2023-01-01: { growth: 18%, amount: 150亿元 } }
  - { id: completion, name: 完成率, nameEn: Completion, indicator: completion-rate, scope: { list: key }, due: year-end, floor: { 2023-01-01: { value: 85% } }, stretch: { 2023-01-01: { value: 95% } } }
  - { id: starts, name: 开工, nameEn: Starts, indicator: start-rate, scope: { list: key, nature: [new, continuing] }, due: 09-30, floor: { 2023-01-01: { value: 100% } } }
  - { id: backed-quarters, name: 季度额, nameEn: Quarters, indicator: invest-ytd, scope: { list: backed }, due: quarter-ends, quarters: { 2023-01-01: [1亿元, 2亿元, 3亿元, 4亿元] } }
  - { id: backed-year, name: 全年额, nameEn: Year, indicator: invest-ytd, scope: { list: backed }, due: year-end, floor: { 2023-02-01: { value: 0.0000057亿元 } } }
  - { id: start-quarters, name: 季度率, nameEn: Quarter rates, indicator: start-rate, scope: { list: backed }, due: quarter-ends, quarters: { 2023-01-01: [25%, 50%, 75%, 100%] } }
lights:
  - id: progress
    name: 进度
    nameEn: Progress
    clause: 一
    dimension: progress
    measure: { kind: ratio, of: invest-ytd, to: plan-to-date }
    bands: [{ below: { setting: red-cut }, colour: red }, { below: 85%, colour: yellow }, { colour: green }]
    leadsTo: { red: { action: listed-supervision, on: responsible-unit, confirm: dispatcher } }
  - id: gap
    name: 差距
    nameEn: Gap
    dimension: gap
    lists: [key]
    measure: { kind: gap, of: invest-ytd, to: plan-to-date, base: annual-plan }
    during: { setting: season }
    bands: [{ upTo: -20pp, colour: red }, { below: -10pp, colour: yellow }, { colour: green }]
  - id: growth
    name: 超概
    nameEn: Budget growth
    dimension: growth
    measure: { kind: growth, of: budget, from: { first: budget } }
    bands: [{ upTo: 10%, colour: green }, { upTo: 30%, colour: yellow }, { colour: red }]
  - id: start
    name: 开工
    nameEn: Start
    dimension: start
    where: { nature: [new] }
    measure: { kind: days-late, done: started-on, due: planned-start }
    bands: [{ upTo: 0d, colour: green }, { upTo: 30d, colour: yellow }, { colour: red }]
  - id: slip
    name: 拖期
    nameEn: Slip
    dimension: slip
    measure: { kind: slip, of: forecast-completion, from: planned-completion }
    bands: [{ below: 30d, colour: green }, { upTo: 180d, colour: yellow }, { colour: red }]
board: { tiles: [fai, completion, budget-course, invest-ytd] }
`

export const SAMPLE: Scheme = sampleWith('')

/** The sample with more items, as text of a scheme. */
export function sampleWith(items: string): Scheme {
  return parsedOf(`${TEXT}${items}`)
}

/** The sample with more lights, or an overall rule after them. */
export const sampleLit = (lights: string): Scheme => parsedOf(TEXT.replace(/^board:/m, `${lights}\nboard:`))

function parsedOf(text: string): Scheme {
  const { parsed, findings } = parseScheme(text, 'sample.yaml')
  if (!parsed) throw new Error(`the sample does not parse: ${JSON.stringify(findings)}`)
  return parsed.scheme
}

export const sampleLight = (id: string): Light =>
  must(
    SAMPLE.lights.find(light => light.id === id),
    `light ${id}`,
  )

/** The sample's progress light with another measure and other bands. */
export const lightWith = (measure: Measure, bands: readonly Band[]): Light => ({
  ...sampleLight('progress'),
  measure,
  bands: [...bands],
})
