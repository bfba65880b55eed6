import { moneyText, rateText } from '@guatu/kernel'
import type { Quantity, Scheme } from '@guatu/scheme'
import type { Input, LightValue, NoLight } from '../evaluate/result.ts'
import { quantityName, quantityWords } from '../quantity/index.ts'
import { quantitiesOf } from './measure.ts'

export type Lang = 'zh' | 'en'

const NO_LIGHT: Readonly<Record<NoLight, { zh: string; en: string }>> = {
  'not-reported': { zh: '未报', en: 'not reported' },
  'plan-to-date-zero': { zh: '按计划目前不要求完成', en: 'the plan asks for nothing yet' },
  'no-plan': { zh: '未下达计划', en: 'no plan set' },
  'not-due': { zh: '未到期', en: 'not due yet' },
  'out-of-season': { zh: '不在有效施工期', en: 'outside the construction season' },
  'no-baseline': { zh: '没有可比的首次上报数', en: 'no first figure to compare with' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
}

/** The judgement in one line: the inputs, what they come to, and the cut that decided. */
export function lightWords(light: LightValue, scheme: Scheme, lang: Lang): string {
  const rule = scheme.lights.find(one => one.id === light.rule)
  const { reason } = light
  if (!rule || reason.none || !reason.value) return NO_LIGHT[reason.none ?? 'not-reported'][lang]
  const [of, to] = quantitiesOf(rule.measure)
  const inputs = [of, to].flatMap(quantity => inputWords(quantity, light.because, scheme, lang))
  const value = valueWords(reason.value, reason.unit, lang)
  return [inputs.join(lang === 'zh' ? '、' : ', '), value, cutWords(light, lang)]
    .filter(part => part !== '')
    .join(lang === 'zh' ? '，' : '; ')
}

function inputWords(
  quantity: Quantity | undefined,
  because: readonly Input[],
  scheme: Scheme,
  lang: Lang,
): string[] {
  if (quantity === undefined) return []
  const input = because.find(one => one.name === quantityName(quantity))
  if (!input || input.from === 'rule') return []
  const name = quantityWords(input.name, scheme)[lang]
  return [
    lang === 'zh' ? `${name}${inputText(input, scheme, lang)}` : `${name} ${inputText(input, scheme, lang)}`,
  ]
}

/** An input's value with its unit. */
export function inputText(input: Pick<Input, 'type' | 'value'>, scheme: Scheme, lang: Lang): string {
  const { value, type } = input
  if (value === null) return lang === 'zh' ? '未报' : 'not reported'
  if (type !== 'money' || typeof value !== 'number') return String(value)
  const { scale, decimals, unit, unitEn } = scheme.currency.row
  return `${moneyText(value, scale, decimals)}${lang === 'zh' ? unit : ` ${unitEn}`}`
}

function valueWords(value: { n: number; d: number }, unit: LightValue['reason']['unit'], lang: Lang): string {
  if (unit === 'days') return lang === 'zh' ? `${value.n}天` : `${value.n} days`
  const text = rateText(value, 1, 100) ?? '—'
  if (unit === 'percent') return `${text}%`
  const size = text.replace('-', '')
  if (lang === 'en') return `${size} points ${value.n < 0 ? 'below' : 'above'} plan`
  return `${value.n < 0 ? '低于' : '高于'}计划${size}个百分点`
}

/** `低于65%`, `超过30天`: the edge towards the better side, which is the one that was missed. */
function cutWords({ reason }: LightValue, lang: Lang): string {
  const { over, under, unit } = reason
  const better = unit === 'days' ? over : (under ?? over)
  if (!better) return ''
  const cut = valueWords(better.cut, unit, lang).replace('.0', '')
  if (unit === 'points') return lang === 'zh' ? `界线为${cut}` : `the line is ${cut}`
  const above = better === over
  if (lang === 'en')
    return above
      ? `${better.owns ? 'at or over' : 'over'} ${cut}`
      : `${better.owns ? 'at or under' : 'under'} ${cut}`
  return above ? `${better.owns ? '达到' : '超过'}${cut}` : `${better.owns ? '不高于' : '低于'}${cut}`
}
