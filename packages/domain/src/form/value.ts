import { MONEY_UNITS, type MoneyUnit, moneyText, parseRate, type Rate } from '@guatu/kernel'
import type { FieldId, FieldValue, MembershipFact, ProjectFact } from '../facts/index.ts'
import type { AskedState } from '../project/index.ts'

const WORDS: Readonly<Record<string, string>> = {
  plan: '谋划',
  reserve: '储备',
  prepare: '前期',
  started: '开工',
  completed: '竣工',
  operating: '投产',
  paused: '暂停',
  withdrawn: '退出',
  continuing: '续建',
  new: '新建',
  preparatory: '预备',
}
const OF_PROJECT: Readonly<Record<FieldId, keyof ProjectFact>> = {
  'project-name': 'name',
  'project-code': 'code',
  leader: 'leader',
  sector: 'sector',
  place: 'place',
  'fund-source': 'fundSource',
  'planned-start': 'plannedStart',
  'planned-completion': 'plannedCompletion',
}
const UNITS: Readonly<Record<FieldId, keyof ProjectFact>> = {
  'lead-unit': 'leadUnit',
  'owner-unit': 'ownerUnit',
  'town-unit': 'townUnit',
}

export interface RowKnown {
  readonly state: AskedState
  readonly membership: MembershipFact | undefined
  unitName(id: string): string
  listName(id: string): string
}

/** What a form's cell of this field holds; undefined: nothing is known, and the cell stays as it is. */
export function rowValue(
  field: FieldId,
  { state, membership, unitName, listName }: RowKnown,
): FieldValue | undefined {
  const { project } = state
  const unit = UNITS[field]
  if (unit) {
    const id = project[unit]
    return typeof id === 'string' ? unitName(id) : undefined
  }
  const member = OF_PROJECT[field]
  if (member) return project[member] as FieldValue | undefined
  if (field === 'total-invest') return project.totalInvest
  if (field === 'annual-plan') return membership?.annualPlan
  if (field === 'nature') return membership?.nature && WORDS[membership.nature]
  if (field === 'list') return membership && listName(membership.list)
  const value = state.latest.get(field)?.value ?? project.attributes?.[field]
  return field === 'stage' && typeof value === 'string' ? (WORDS[value] ?? value) : value
}

const isUnit = (unit: string): unit is MoneyUnit => Object.hasOwn(MONEY_UNITS, unit)
/** Digits behind the point that no 分 is lost by. */
const DECIMALS: Readonly<Record<MoneyUnit, number>> = { 元: 2, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10 }

/** Minor units as the number that stands in a cell of that unit; 万元 where none is told. */
export function amountIn(minor: number, unit: string | null): number {
  const known = unit !== null && isUnit(unit) ? unit : unit === 'plain' ? '元' : '万元'
  return Number(moneyText(minor, MONEY_UNITS[known], DECIMALS[known]))
}

/** A rate as the number before its %. */
export const percentOf = (text: string): number | string => {
  const rate: Rate | undefined = parseRate(text)
  return rate ? Number(((rate.n / rate.d) * 100).toFixed(6)) : text
}
