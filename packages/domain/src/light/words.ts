import { moneyText, rateText } from '@guatu/kernel'
import { type Quantity, quantitiesOf, quantitiesOfLight, type Scheme } from '@guatu/scheme'
import type { Input, LightValue, NoLight } from '../evaluate/result.ts'
import { quantityName, quantityWords } from '../quantity/index.ts'

export type Lang = 'zh' | 'en'

const NO_LIGHT: Readonly<Record<NoLight, { zh: string; en: string }>> = {
  'not-reported': { zh: '未报', en: 'not reported' },
  'plan-to-date-zero': { zh: '按计划目前不要求完成', en: 'the plan asks for nothing yet' },
  'no-plan': { zh: '未下达计划', en: 'no plan set' },
  'not-due': { zh: '未到期', en: 'not due yet' },
  'out-of-season': { zh: '不在有效施工期', en: 'outside the construction season' },
  'no-baseline': { zh: '没有可比的首次上报数', en: 'no first figure to compare with' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
  exempted: { zh: '经批准有正当理由', en: 'excused by an approved reason' },
}

/** The judgement in one line: the inputs, what they come to, the cut that decided, and the periods that counted. */
export function lightWords(light: LightValue, scheme: Scheme, lang: Lang): string {
  const rule = scheme.lights.find(one => one.id === light.rule)
  const { reason } = light
  if (!rule || reason.none) return NO_LIGHT[reason.none ?? 'not-reported'][lang]
  const [of, to] = rule.measure ? quantitiesOf(rule.measure) : quantitiesOfLight(rule)
  const inputs = [of, to].flatMap(quantity => inputWords(quantity, light.because, scheme, lang))
  const value = reason.value ? valueWords(reason.value, reason.unit, scheme, lang) : ''
  return [
    inputs.join(lang === 'zh' ? '、' : ', '),
    value,
    cutWords(light, scheme, lang),
    streakWords(light, scheme, lang),
  ]
    .filter(part => part !== '')
    .join(lang === 'zh' ? '，' : '; ')
}

/** `4月黄、5月黄`: the periods in a row, the first one first. */
function streakWords({ reason }: LightValue, scheme: Scheme, lang: Lang): string {
  if (!reason.streak) return ''
  const name = (id: string) => {
    const colour = scheme.colours.find(one => one.id === id)
    return colour ? (lang === 'zh' ? colour.name : colour.nameEn) : lang === 'zh' ? '无灯' : 'no light'
  }
  const periods = [...reason.streak.periods].reverse()
  const words = periods.map(one =>
    lang === 'zh' ? `${one.period}${name(one.colour)}` : `${one.period} ${name(one.colour)}`,
  )
  return lang === 'zh' ? `连续${words.join('、')}` : `in a row: ${words.join(', ')}`
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

function valueWords(
  value: { n: number; d: number },
  unit: LightValue['reason']['unit'],
  scheme: Scheme,
  lang: Lang,
): string {
  const zh = lang === 'zh'
  switch (unit) {
    case 'days':
      return zh ? `${value.n}天` : `${value.n} days`
    case 'working-days':
      return zh ? `${value.n}个工作日` : `${value.n} working days`
    case 'months': {
      const whole = Math.floor(value.n / value.d)
      const rest = value.n - whole * value.d
      return zh ? `${whole}个月${rest ? `又${rest}天` : ''}` : `${whole} months${rest ? ` ${rest} days` : ''}`
    }
    case 'minor':
      return inputText({ type: 'money', value: value.n }, scheme, lang)
    case 'count':
      return rateText(value, 0) ?? '—'
  }
  const text = rateText(value, 1, 100) ?? '—'
  if (unit === 'percent') return `${text}%`
  const size = text.replace('-', '')
  if (!zh) return `${size} points ${value.n < 0 ? 'below' : 'above'} plan`
  return `${value.n < 0 ? '低于' : '高于'}计划${size}个百分点`
}

const LATE: ReadonlySet<LightValue['reason']['unit']> = new Set(['days', 'working-days', 'months'])

/** `低于65%`, `超过30天`: the edge towards the better side, which is the one that was missed. */
function cutWords({ reason }: LightValue, scheme: Scheme, lang: Lang): string {
  const { over, under, unit } = reason
  const better = LATE.has(unit) ? over : (under ?? over)
  if (!better) return ''
  const cut = valueWords(better.cut, unit, scheme, lang).replace('.0', '')
  if (unit === 'points') return lang === 'zh' ? `界线为${cut}` : `the line is ${cut}`
  const above = better === over
  if (lang === 'en')
    return above
      ? `${better.owns ? 'at or over' : 'over'} ${cut}`
      : `${better.owns ? 'at or under' : 'under'} ${cut}`
  return above ? `${better.owns ? '达到' : '超过'}${cut}` : `${better.owns ? '不高于' : '低于'}${cut}`
}
