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
export function verdict({ reason }: LightValue, { t }: Telling): string {
  if (reason.none) return t(`none.${reason.none}`)
  const value = measured(reason.value, reason.unit, t)
  const edges = [
    reason.over && edge('over', reason.over, reason.unit, t),
    reason.under && edge('under', reason.under, reason.unit, t),
  ]
  return [value, ...edges.filter(text => text !== undefined)].join(t('text.comma'))
}

export function measured(
  value: LightValue['reason']['value'],
  unit: LightValue['reason']['unit'],
  t: TFunction,
): string {
  if (!value) return NO_FIGURE
  if (unit === 'days') return t('reason.days', { days: rateText(value, 0) ?? NO_FIGURE })
  const digits = rateText(value, 1, 100) ?? NO_FIGURE
  return unit === 'percent' ? `${digits}%` : t('reason.points', { points: signed(digits) })
}

/** Whether the cut itself belongs to this colour decides between "below" and "not above". */
function edge(
  side: 'over' | 'under',
  { cut, owns }: { cut: { n: number; d: number }; owns: boolean },
  unit: LightValue['reason']['unit'],
  t: TFunction,
): string {
  const text = cutText(cut, unit)
  const limit =
    unit === 'days'
      ? t('reason.days', { days: text })
      : unit === 'points'
        ? t('reason.points', { points: signed(text) })
        : text
  return t(`reason.edge.${side}${owns ? '-or-at' : ''}`, { limit })
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
  return isOwn(name) ? t(`field.${name}`) : name
}

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
