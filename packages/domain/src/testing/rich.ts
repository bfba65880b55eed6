import type { Scheme } from '@guatu/scheme'
import { sampleLit } from './scheme.ts'

/** The sample with lights of every kind that looks back, counts conditions or judges units. */
export const RICH: Scheme = sampleLit(`
  - id: conditions
    name: 条件
    nameEn: Conditions
    dimension: progress
    rows:
      - when:
          all:
            - { measure: { kind: ratio, of: invest-ytd, to: plan-to-date }, is: { below: 65% } }
            - { any: [{ measure: { kind: days-late, done: started-on, due: planned-start }, is: { above: 30d } }, { missing: started-on }] }
        colour: red
      - { when: { measure: { kind: value, of: { within: invest-ytd, every: month } }, is: { below: 0.2元 } }, colour: yellow }
      - { colour: green }
    streak: [{ colour: yellow, periods: 2, becomes: red }]
  - id: patient
    name: 连续
    nameEn: Streaks
    dimension: gap
    measure: { kind: ratio, of: invest-ytd, to: plan-to-date }
    bands: [{ below: 65%, colour: yellow }, { colour: green }]
    streak:
      - { colour: yellow, periods: 2, every: quarter, skips: pass, becomes: red }
      - colour: yellow
        periods: 3
        leadsTo: { action: talk, on: project-head, by: { name: 县长, nameEn: the mayor }, confirm: leader }
    exempt: { approvedBy: leader, colour: green }
  - id: entry
    name: 入统
    nameEn: Entry
    dimension: entry
    where: { figures: { annual-plan: { atLeast: 0.3元 } }, isNot: { lead-unit: [water] } }
    measure: { kind: months-late, done: forecast-completion, due: started-on }
    bands: [{ upTo: 1mo, colour: green }, { upTo: 2mo, colour: yellow }, { colour: red }]
    exempt: { approvedBy: leader, colour: none }
  - id: unit-rate
    name: 单位完成率
    nameEn: Rate of a unit
    dimension: unit
    of: unit
    measure: { kind: value, of: { indicator: completion-rate } }
    bands: [{ below: 65%, colour: yellow }, { colour: green }]
    streak: [{ colour: yellow, periods: 2, becomes: red, leadsTo: { action: talk, on: responsible-unit, confirm: leader } }]
  - id: unit-rank
    name: 单位名次
    nameEn: Rank of a unit
    dimension: unit
    of: unit
    rows:
      - { when: { measure: { kind: difference, of: { rank: completion-rate, list: key, among: [bureau], from: largest }, from: { rank: completion-rate, list: key, among: [bureau], from: largest, before: month } }, is: { above: 0位 } }, colour: red }
      - { colour: green }
  - id: county
    name: 全县
    nameEn: The county
    dimension: unit
    of: jurisdiction
    measure: { kind: difference, of: { indicator: fai, value: growth }, from: { target: fai, value: growth, end: floor } }
    bands: [{ below: 0pp, colour: red }, { colour: green }]
    leadsTo: { red: { action: remind, on: responsible-unit, confirm: leader } }
overall: { by: count, of: yellow, atLeast: 2, becomes: red }
`)
