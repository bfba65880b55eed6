import { z } from 'zod'
import { action } from './action.ts'
import { cadence } from './cadence.ts'
import { day, id, text, unitKind } from './common.ts'
import { disclosure } from './disclosure.ts'
import { document } from './document.ts'
import { duty } from './duty.ts'
import { fund } from './fund.ts'
import { funnel } from './funnel.ts'
import { indicator } from './indicator.ts'
import { light } from './light.ts'
import { list } from './list.ts'
import { acknowledged, counted, owners } from './plan.ts'
import { procedure } from './procedure.ts'
import { board, score } from './score.ts'
import { setting } from './setting.ts'
import { target } from './target.ts'
import { task } from './task.ts'

/** `mark` is the shape and tone on screen and paper; what a colour means is the plan's own. */
const colour = z.strictObject({
  id,
  name: text,
  nameEn: text,
  mark: z.enum(['red', 'orange', 'yellow', 'lime', 'green', 'blue']),
  /** Higher is worse: red-first order and worst-of use it. */
  severity: z.number().int().min(0).max(9),
  meaning: text,
  meaningEn: text,
})

/** A field of returns beyond the common ones. */
const field = z.strictObject({
  id,
  name: text,
  nameEn: text,
  type: z.enum(['money', 'integer', 'rate', 'day', 'text']),
  accrues: z.enum(['year', 'always']),
})

const currency = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  /** How amounts are shown: in project rows and in totals. `scale` is minor units per unit. */
  row: z.strictObject({
    unit: text,
    unitEn: text,
    scale: z.number().int().positive(),
    decimals: z.number().int().min(0).max(4),
  }),
  total: z.strictObject({
    unit: text,
    unitEn: text,
    scale: z.number().int().positive(),
    decimals: z.number().int().min(0).max(4),
  }),
})

export const YUAN: z.infer<typeof currency> = {
  code: 'CNY',
  row: { unit: '万元', unitEn: '10k yuan', scale: 1_000_000, decimals: 0 },
  total: { unit: '亿元', unitEn: '100m yuan', scale: 10_000_000_000, decimals: 2 },
}

const unit = z.strictObject({
  id,
  name: text,
  nameEn: text.optional(),
  kind: unitKind,
  /** Other spellings of the same unit in the plan's text. */
  aliases: z.array(text).default([]),
})

/** How the lights of one project on one list come together; over several lists the worst of them counts. */
const overall = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('worst') }),
  /** The first of these dimensions that has a colour; other dimensions do not count. */
  z.strictObject({ by: z.literal('dimension-order'), dimensions: z.array(id).min(1) }),
  /** The worst, or what that many lights of one colour become where that is worse. */
  z.strictObject({
    by: z.literal('count'),
    of: id,
    atLeast: z.number().int().min(2).max(20),
    becomes: id,
  }),
])

export const scheme = z.strictObject({
  scheme: id,
  name: text,
  nameEn: text,
  jurisdiction: z.strictObject({ id, name: text, nameEn: text, region: z.string().optional() }),
  source: z.strictObject({
    /** File of the collected texts; none for a plan of the user's own. */
    seed: z.string().optional(),
    title: text,
    /** Day of signature. */
    issued: day.optional(),
    /** Day on which it was made public. */
    published: day.optional(),
    issuer: text,
    issuerEn: text,
    reading: text.optional(),
    readingEn: text.optional(),
  }),
  /** The office that dispatches and signs the bulletin, whom it addresses, and its 机关代字 (`柞发改`). */
  office: z
    .strictObject({
      name: text,
      nameEn: text,
      to: text.default('各责任单位'),
      copyTo: text.optional(),
      code: text.optional(),
    })
    .optional(),
  /** First and last day on which the plan judges. */
  inForce: z.strictObject({ from: day, to: day }),
  currency: currency.default(YUAN),
  timeZone: z.string().default('Asia/Shanghai'),
  colours: z.array(colour).min(2),
  settings: z.record(id, setting).default({}),
  fields: z.array(field).default([]),
  units: z.array(unit).default([]),
  lists: z.array(list).min(1),
  indicators: z.array(indicator).default([]),
  targets: z.array(target).default([]),
  cadences: z.array(cadence).default([]),
  lights: z.array(light).default([]),
  overall: overall.default({ by: 'worst' }),
  actions: z.array(action).default([]),
  duties: z.array(duty).default([]),
  tasks: z.array(task).default([]),
  procedures: z.array(procedure).default([]),
  funnels: z.array(funnel).default([]),
  funds: z.array(fund).default([]),
  scores: z.array(score).default([]),
  boards: z.array(board).default([]),
  disclosures: z.array(disclosure).default([]),
  documents: z.array(document).default([]),
  owners: z.array(owners).default([]),
  counted: z.array(counted).default([]),
  acknowledged: z.array(acknowledged).default([]),
  /**
   * Tiles of the war room, in order: target ids, or ids of indicators for which the plan sets no target. And what the
   * matrix shows; null where the plan knows no such rate.
   */
  board: z.strictObject({
    tiles: z.array(id).min(1).max(6),
    /** Columns of the matrix where the plan has more lists than a screen bears; absent: all its lists. */
    lists: z.array(id).min(1).max(8).optional(),
    completion: id.nullable().default('completion-rate'),
    starts: id.nullable().default('start-rate'),
  }),
})
export type Scheme = z.infer<typeof scheme>
export type Overall = Scheme['overall']
export type Colour = z.infer<typeof colour>
export type SchemeField = z.infer<typeof field>
