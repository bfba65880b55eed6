import { z } from 'zod'
import { NOTICE_KINDS } from './channel-words.ts'
import { integer } from './common.ts'
import { defineRoute } from './route.ts'

const KEEPERS = ['dispatcher', 'administrator'] as const

/** `08:30`; `24:00` is the end of the day. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const hours = z.object({
  from: clock,
  /** No longer inside. */
  to: clock,
  days: z.enum(['working', 'every']),
})
export type SendHoursSaid = z.infer<typeof hours>
const kinds = z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length)

/** Days that read notices, messages and their log are kept: see `readKeepDays` of the domain. */
const keepDays = integer.min(30).max(3650)

/** Null: the product's own default. */
const source = z.object({ by: z.string(), at: z.string() }).nullable()

/** When words leave the house by mail and group robots, and how long it is kept what was told. */
export const getSending = defineRoute({
  name: 'getSending',
  method: 'GET',
  path: '/api/sending',
  roles: KEEPERS,
  response: z.object({
    timeZone: z.string(),
    usual: z.object({ value: hours, source }),
    /** Of the urgent kinds. */
    urgent: z.object({ value: hours, source }),
    urgentKinds: z.object({ value: kinds, source }),
    keepDays: z.object({ value: keepDays, source }),
  }),
  errors: [],
})

/** What differs from what holds now is set from today on. */
export const saveSending = defineRoute({
  name: 'saveSending',
  method: 'PUT',
  path: '/api/sending',
  roles: KEEPERS,
  body: z.object({ usual: hours, urgent: hours, urgentKinds: kinds, keepDays }),
  response: z.object({}),
  errors: ['channel.hours-empty'],
})
