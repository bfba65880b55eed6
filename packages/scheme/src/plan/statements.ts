import type { ListItem, Statement } from '../language/list.ts'
import type { Scheme } from '../language/scheme.ts'
import { ofMoney, readStatement } from '../lint/statements.ts'
import { type PlacedParty, parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { amountWords } from './words.ts'

const OF = {
  projects: ['项目数', 'projects'],
  'annual-plan': ['年度计划', "year's plan"],
  'total-invest': ['总投资', 'total investment'],
  'planned-starts': ['计划开工数', 'planned starts'],
  'invest-ytd': ['累计完成投资', 'investment done'],
} as const

/** What the plan prints of a list agrees with itself. */
export function statements(scheme: Scheme, report: PlanReport): void {
  for (const list of scheme.lists) {
    const [at] = parties(scheme, 'lists', [list.id])
    if (!at) continue
    for (const [index, whole] of list.states.entries()) {
      const path = [...at.path, 'states', index]
      if (whole.quarter === undefined) against(scheme, list, whole, { ...at, path }, report)
    }
    withoutTotal(scheme, list, at, report)
    for (const [index, { called }] of list.states.entries()) {
      if (called === undefined) continue
      report(
        'count.overlap',
        [{ ...at, path: [...at.path, 'states', index] }],
        `${list.name}里“${called}”的${list.states[index]?.value}个与其他各数是否重叠没有写明`,
        `whether the ${list.states[index]?.value} "${called}" of ${list.nameEn} lie inside the other counts is not said`,
      )
    }
  }
}

/** 0 where the value is not of its kind, which the linter says elsewhere. */
export const amountOf = (one: Statement): number => readStatement(one) ?? 0

const sumOf = (of: readonly Statement[]) => of.reduce((total, one) => total + amountOf(one), 0)
const alike = (list: ListItem, whole: Statement) =>
  list.states.filter(
    one => one.of === whole.of && one.asOf === whole.asOf && one.year === whole.year && !one.called,
  )
const sameWhere = (a: Statement, b: Statement) => JSON.stringify(a.where) === JSON.stringify(b.where)

/** Parts by nature never exceed the whole, and make it up where all natures are stated; quarters make up the year. */
function against(
  scheme: Scheme,
  list: ListItem,
  whole: Statement,
  at: PlacedParty,
  report: PlanReport,
): void {
  if (whole.called) return
  const all = amountOf(whole)
  const [zh, en] = OF[whole.of]
  const say = (sum: number) => (ofMoney(whole) ? amountWords(scheme, sum) : String(sum))
  const differ = (code: 'statement.parts-sum' | 'statement.quarters-sum', sum: number) => {
    report(
      code,
      [at],
      `${list.name}的${zh}写${say(all)}，各项相加是${say(sum)}`,
      `${list.nameEn}: ${en} ${say(all)}, its parts add up to ${say(sum)}`,
    )
  }
  if (isWhole(whole)) {
    const natures = alike(list, whole).filter(one => one.quarter === undefined && byNature(one))
    const sum = sumOf(natures)
    if (natures.length > 0 && (sum > all || (natures.length === naturesOf(list) && sum !== all)))
      differ('statement.parts-sum', sum)
  }
  const quarters = alike(list, whole).filter(one => one.quarter !== undefined && sameWhere(one, whole))
  if (quarters.length === 4 && sumOf(quarters) !== all) differ('statement.quarters-sum', sumOf(quarters))
  if (whole.of !== 'projects') return
  const starts = list.states.filter(
    one => one.of === 'planned-starts' && one.quarter !== undefined && sameWhere(one, whole),
  )
  if (sumOf(starts) > all)
    report(
      'statement.starts-sum',
      [at],
      `${list.name}共${all}个项目，分季开工数相加是${sumOf(starts)}`,
      `${list.nameEn} has ${all} projects, the starts of its quarters add up to ${sumOf(starts)}`,
    )
}

/** How many natures make up a list: the preparatory ones only where the plan knows any. */
const naturesOf = ({ states }: ListItem) =>
  states.some(one => one.where.nature?.includes('preparatory')) ? 3 : 2

export const isWhole = ({ where }: Statement) => Object.keys(where).length === 0
export const byNature = ({ where }: Statement) =>
  where.nature?.length === 1 && Object.keys(where).length === 1

/** Four quarters of money whose year is not stated: readers take some other number for it. */
function withoutTotal(scheme: Scheme, list: ListItem, at: PlacedParty, report: PlanReport): void {
  for (const first of list.states) {
    if (first.quarter !== 1 || !ofMoney(first)) continue
    const same = alike(list, first).filter(one => sameWhere(one, first))
    const quarters = same.filter(one => one.quarter !== undefined)
    if (quarters.length !== 4 || same.length > 4) continue
    const sum = amountWords(scheme, sumOf(quarters))
    report(
      'quarters.no-total',
      [at],
      `${list.name}写了四个季度，相加是${sum}，全年合计没有写`,
      `${list.nameEn} states four quarters that add up to ${sum}, and no total of the year`,
    )
  }
}
