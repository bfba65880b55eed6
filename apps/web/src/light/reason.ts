import type { ProjectPage, Vocabulary } from '@guatu/contract'
import { rateText } from '@guatu/kernel'
import type { TFunction } from 'i18next'
import { cutText, NO_FIGURE, signed } from '../figure/text.ts'
import type { Figures } from '../figure/use-figures.ts'

export type LightValue = ProjectPage['lights'][number]
type Input = LightValue['because'][number]

/** Words and figures that a reason is told in. */
export interface Telling {
  readonly t: TFunction
  readonly figures: Figures
  readonly pick: (both: { name: string; nameEn: string }) => string
  readonly vocabulary: Vocabulary
}

/** `51.7%，低于 65%`: the measured value against the nearest cut, or why there is no light. */
export function verdict({ reason }: LightValue, telling: Telling): string {
  const { t } = telling
  if (reason.none) return t(`none.${reason.none}`)
  const value = reason.value ? [measured(reason.value, reason.unit, telling)] : []
  return [...value, ...edgesOf(reason, telling)].join(t('text.comma'))
}

type Unit = LightValue['reason']['unit']

/** A value as people write it: a fraction in percent or points, whole days, months and days, money, a count. */
export function measured(
  value: LightValue['reason']['value'],
  unit: Unit,
  { t, figures }: Pick<Telling, 't' | 'figures'>,
): string {
  if (!value) return NO_FIGURE
  switch (unit) {
    case 'percent':
      return `${rateText(value, 1, 100) ?? NO_FIGURE}%`
    case 'points':
      return t('reason.points', { points: signed(rateText(value, 1, 100) ?? NO_FIGURE) })
    case 'months': {
      const months = Math.floor(value.n / value.d)
      const days = value.n - months * value.d
      return days === 0 ? t('reason.months', { months }) : t('reason.months-days', { months, days })
    }
    case 'minor':
      return figures.money(value.n)
    case 'count':
      return rateText(value, 0) ?? NO_FIGURE
    default:
      return t(`reason.${unit}`, { days: rateText(value, 0) ?? NO_FIGURE })
  }
}

type Edge = NonNullable<LightValue['reason']['over']>

/** `低于 65%`: where a value lies by the edges of its band or range. */
export const edgesOf = (
  { over, under, unit }: { readonly over?: Edge; readonly under?: Edge; readonly unit: Unit },
  telling: Telling,
): string[] => [
  ...(over ? [edge('over', over, unit, telling)] : []),
  ...(under ? [edge('under', under, unit, telling)] : []),
]

/** Whether the cut itself belongs to this colour decides between "below" and "not above". */
function edge(side: 'over' | 'under', { cut, owns }: Edge, unit: Unit, telling: Telling): string {
  const limit =
    unit === 'percent'
      ? cutText(cut, unit)
      : unit === 'points'
        ? telling.t('reason.points', { points: signed(cutText(cut, unit)) })
        : measured(cut, unit, telling)
  return telling.t(`reason.edge.${side}${owns ? '-or-at' : ''}`, { limit })
}

/** `完成 3.10，应完成 6.00 亿元`: the money and days that the judgement rests on; amounts that are compared share a unit. */
export function figuresOf(light: LightValue, telling: Telling): string {
  const shown = light.because.filter(
    input => input.from !== 'as-of' && input.name !== 'stage' && input.value !== null,
  )
  const amounts = shown.flatMap(({ name, type, value }) =>
    type === 'money' && typeof value === 'number' ? [{ name, value }] : [],
  )
  const unit = telling.figures.unitFor(Math.max(0, ...amounts.map(({ value }) => Math.abs(value))))
  const money = amounts.map(({ name, value }) => `${shortName(name, telling)} ${unit.text(value)}`)
  const others = shown
    .filter(({ type }) => type !== 'money')
    .map(input => `${fieldName(input.name, telling)} ${inputText(input, telling)}`)
  const sentence = money.length > 0 ? [`${money.join(telling.t('text.comma'))} ${unit.name}`] : []
  return [...sentence, ...others].join(telling.t('text.comma'))
}

/** In a sentence the year and the investment are understood. */
const shortName = (name: string, telling: Telling) =>
  name === 'invest-ytd' ? telling.t('field.short') : fieldName(name, telling)

export function inputText(input: Pick<Input, 'type' | 'value'>, telling: Telling): string {
  return valueText(input.type, input.value, telling)
}

export function valueText(
  type: Input['type'],
  value: number | string | null | undefined,
  { t, figures }: Telling,
): string {
  if (value === null || value === undefined) return t('none.not-reported')
  if (type === 'money' && typeof value === 'number') return figures.money(value)
  if (type === 'day' && typeof value === 'string') return figures.day(value)
  if (type === 'stage') return stageText(String(value), t)
  return String(value)
}

const STAGES = [
  'plan',
  'reserve',
  'prepare',
  'started',
  'completed',
  'operating',
  'paused',
  'withdrawn',
] as const
type Stage = (typeof STAGES)[number]

const isStage = (text: string): text is Stage => (STAGES as readonly string[]).includes(text)
export const stageText = (text: string, t: TFunction) => (isStage(text) ? t(`stage.${text}`) : text)
export const STAGE_ORDER = STAGES

/** Name of a field or quantity: the plan's own word first, then ours. */
export function fieldName(name: string, { t, pick, vocabulary }: Telling): string {
  const declared = vocabulary.fields.find(field => field.id === name)
  if (declared) return pick(declared)
  if (name.startsWith('first.'))
    return t('field.first', { field: fieldName(name.slice(6), { t, pick, vocabulary } as Telling) })
  if (name.startsWith('day.')) return t('field.day-limit')
  const [form = '', kind = '', ...of] = name.split('.')
  if (of.length > 0 && (form === 'within' || form === 'before')) {
    const field = fieldName(of.join('.'), { t, pick, vocabulary } as Telling)
    const every = EVERY.find(one => one === kind)
    return t(`field.${form}`, { field, period: every ? t(`field.every.${every}`) : kind })
  }
  if (form === 'streak') return t('field.streak')
  return isOwn(name) ? t(`field.${name}`) : name
}

const EVERY = ['year', 'half', 'quarter', 'month', 'half-month', 'ten-days', 'week', 'day'] as const
const OWN = [
  'invest-ytd',
  'invest-total',
  'paid-ytd',
  'stat-ytd',
  'stage',
  'started-on',
  'completed-on',
  'progress',
  'problem',
  'annual-plan',
  'plan-to-date',
  'planned-start',
  'planned-completion',
  'total-invest',
  'as-of',
  'exemption',
  'amount',
  'growth',
  'year-share',
] as const
const isOwn = (name: string): name is (typeof OWN)[number] => (OWN as readonly string[]).includes(name)

/** Kinds of the common figures of a return; the plan declares those of its own. */
const TYPES: Readonly<Record<string, Input['type']>> = {
  'invest-ytd': 'money',
  'invest-total': 'money',
  'paid-ytd': 'money',
  'stat-ytd': 'money',
  'annual-plan': 'money',
  'plan-to-date': 'money',
  'total-invest': 'money',
  amount: 'money',
  stage: 'stage',
  'started-on': 'day',
  'completed-on': 'day',
  'planned-start': 'day',
  'planned-completion': 'day',
}
export const fieldType = (name: string, vocabulary: Vocabulary): Input['type'] =>
  vocabulary.fields.find(field => field.id === name)?.type ?? TYPES[name] ?? 'text'
