import { PROJECT_FACETS, type ProjectFacet, type ProjectQuery, splitValues } from '@guatu/contract'
import type { UnitFact } from '@guatu/domain'
import { moneyText, own } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { colourWord, listWord, NATURE_WORDS, STAGE_WORDS } from './words.ts'

const FACET_WORDS: Readonly<Record<ProjectFacet, string>> = {
  list: '清单',
  unit: '责任单位',
  stage: '阶段',
  nature: '建设性质',
  colour: '灯',
  leader: '包抓领导',
  sector: '行业',
  fund: '资金来源',
  place: '属地',
}
const NOT_SET = 'none'

/** Whose projects a sheet shows and what they were chosen by, in words: `范围：柞水县；责任单位：住建局；共 12 项`. */
export function scopeLine(
  scopeName: string,
  scheme: Scheme,
  units: readonly UnitFact[],
  query: ProjectQuery,
  count: number,
): string {
  const unitName = (id: string) => units.find(unit => unit.id === id)?.name ?? id
  const word = (facet: ProjectFacet, id: string): string => {
    if (facet === 'colour') return colourWord(scheme, id)
    if (id === NOT_SET) return '未填'
    if (facet === 'list') return listWord(scheme, id)
    if (facet === 'unit' || facet === 'place') return unitName(id)
    return (
      (facet === 'stage' ? own(STAGE_WORDS, id) : facet === 'nature' ? own(NATURE_WORDS, id) : undefined) ??
      id
    )
  }
  const facets = PROJECT_FACETS.flatMap(facet => {
    const chosen = splitValues(query[facet]).map(id => word(facet, id))
    return chosen.length > 0 ? [`${FACET_WORDS[facet]}：${chosen.join('、')}`] : []
  })
  const lights = splitValues(query.light).map(value => {
    const at = value.lastIndexOf(':')
    const rule = scheme.lights.find(light => light.dimension === value.slice(0, at))
    return `${rule?.name ?? value.slice(0, at)}：${colourWord(scheme, value.slice(at + 1))}`
  })
  const { scale, decimals, unit } = scheme.currency.row
  const amount = (minor: number | undefined) =>
    minor === undefined ? undefined : moneyText(minor, scale, decimals)
  return [
    `范围：${scopeName}`,
    ...(query.q ? [`查找：${query.q}`] : []),
    ...facets,
    ...lights,
    ...between('总投资', amount(query.totalMin), amount(query.totalMax), unit),
    ...between('年度计划', amount(query.planMin), amount(query.planMax), unit),
    ...between('完成率', query.doneMin, query.doneMax, '%'),
    ...(query.silent ? ['本期未报'] : []),
    `共${count}项`,
  ].join('；')
}

function between(name: string, min: string | undefined, max: string | undefined, unit: string): string[] {
  if (min === undefined && max === undefined) return []
  if (max === undefined) return [`${name}：${min}${unit}以上`]
  return [min === undefined ? `${name}：${max}${unit}以下` : `${name}：${min}至${max}${unit}`]
}
