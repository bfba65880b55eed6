import { z } from 'zod'
import { dueDay, id, item, moneyText, part, rateText, settingRef, term, text, unitKind } from './common.ts'
import { filter } from './filter.ts'

const money = {
  /** Sources as records of money name them; all when empty. */
  sources: z.array(id).default([]),
  lists: z.array(id).default([]),
}
/** Year in which the money was given out (资金批次); absent: the plan year that the as-of date lies in. */
const cohort = z.number().int().min(2000).max(2100).optional()

/** Paid out of what was given out or arrived, by when. */
const payment = z.strictObject({
  ...item,
  kind: z.literal('payment'),
  ...money,
  cohort,
  /** A setting of type choice among these where the plan leaves it open. */
  base: z.union([z.enum(['allocated', 'arrived']), settingRef]),
  goals: z.array(z.strictObject({ rate: rateText, due: dueDay })).min(1),
})

/** Passed on to units after it came, in so many days. */
const passOn = z.strictObject({ ...item, kind: z.literal('pass-on'), ...money, cohort, within: term })

/** Who comes first for money: by the first condition, then by the next. What lacks a figure comes last. */
const priority = z.strictObject({
  ...item,
  kind: z.literal('priority'),
  ...money,
  order: z
    .array(
      part({
        /** A figure or an attribute; of a light what it measures. */
        by: z.union([id, z.strictObject({ light: id })]),
        prefer: z.enum(['high', 'low', 'present']),
      }),
    )
    .min(1),
  where: filter.default({}),
})

/** An amount for each event that earns it. */
const grant = z.strictObject({
  ...item,
  kind: z.literal('grant'),
  per: text,
  perEn: text,
  gives: z.array(part({ amount: moneyText })).min(1),
})

/** Money set aside, at least so much in each year. */
const reserve = z.strictObject({
  ...item,
  kind: z.literal('reserve'),
  ...money,
  /** Of the whole jurisdiction, or of each unit of that kind. */
  of: z.union([z.literal('jurisdiction'), z.strictObject({ each: unitKind })]),
  atLeast: moneyText,
})

export const fund = z.discriminatedUnion('kind', [payment, passOn, priority, grant, reserve])
export type Fund = z.infer<typeof fund>
export type PaymentRule = z.infer<typeof payment>
export type PassOnRule = z.infer<typeof passOn>
export type PriorityRule = z.infer<typeof priority>
export type GrantRule = z.infer<typeof grant>
export type ReserveRule = z.infer<typeof reserve>
