import { z } from 'zod'
import { CHANNELS, NOTICE_KINDS } from './channel-words.ts'
import { integer } from './common.ts'
import { defineRoute } from './route.ts'

const KEEPERS = ['dispatcher', 'administrator'] as const
const BOTS = ['wecom', 'dingtalk', 'feishu'] as const
const channel = z.enum(CHANNELS)
const url = z.url({ protocol: /^https?$/ }).max(200)
const secret = z.string().min(1).max(500)

const common = {
  on: z.boolean(),
  /** Kinds of notices that go out by it; none: all. */
  kinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
  /** Where people reach this server; empty: messages carry no link. */
  site: z.union([url, z.literal('')]),
}
const mail = {
  channel: z.literal('mail'),
  ...common,
  host: z
    .string()
    .regex(/^[\w.:-]*$/)
    .max(200),
  port: z.number().int().min(1).max(65_535),
  /** TLS from the first byte; else STARTTLS where it is offered. */
  tls: z.boolean(),
  user: z.string().max(200),
  from: z.union([z.email().max(200), z.literal('')]),
}
const bot = {
  channel: z.enum(BOTS),
  ...common,
  /** The maker's own host, or one that whoever runs the server allows. */
  base: url,
  format: z.enum(['text', 'markdown']),
}

/** Secrets are said to be there and no more. */
const view = z.discriminatedUnion('channel', [
  z.object({ ...mail, hasPassword: z.boolean() }),
  z.object({ ...bot, hasToken: z.boolean(), hasSecret: z.boolean() }),
])
export type ChannelView = z.infer<typeof view>

/** Why a channel sends nothing although it is on. */
const FAULTS = ['channel.secret-lost', 'channel.no-key', 'channel.host-not-allowed'] as const

export const getChannels = defineRoute({
  name: 'getChannels',
  method: 'GET',
  path: '/api/channels',
  roles: KEEPERS,
  response: z.object({
    channels: z.array(
      z.object({
        setting: view,
        fault: z.enum(FAULTS).nullable(),
        /** Null: never set up. */
        changed: z.object({ by: z.string(), at: z.string() }).nullable(),
        /** The other side said that too much was sent. */
        silentUntil: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
})

const said = z.discriminatedUnion('channel', [
  z.object({ ...mail, password: secret.nullish() }),
  z.object({ ...bot, token: secret.nullish(), secret: secret.nullish() }),
])
export type ChannelSaid = z.input<typeof said>

/** A secret that is absent stays, null takes it away. Another address asks for the secrets again. */
export const saveChannel = defineRoute({
  name: 'saveChannel',
  method: 'PUT',
  path: '/api/channels',
  roles: KEEPERS,
  body: said,
  response: z.object({}),
  errors: [
    'channel.incomplete',
    'channel.secret-again',
    'channel.secret-lost',
    'channel.no-key',
    'channel.host-not-allowed',
    'channel.address-inside',
  ],
})

/** Puts a message on its way, to the asker's own mail or to the group; the log says what became of it. */
export const testChannel = defineRoute({
  name: 'testChannel',
  method: 'POST',
  path: '/api/channels/:channel/test',
  roles: KEEPERS,
  params: z.object({ channel }),
  response: z.object({ key: z.string() }),
  errors: [
    'channel.off',
    'channel.no-mail',
    'channel.secret-lost',
    'channel.host-not-allowed',
    'channel.tested-just-now',
  ],
})

const STATES = ['pending', 'sent', 'failed', 'given-up'] as const

export const listDeliveries = defineRoute({
  name: 'listDeliveries',
  method: 'GET',
  path: '/api/deliveries',
  roles: KEEPERS,
  query: z.object({ channel: channel.optional(), state: z.enum(STATES).optional() }),
  response: z.object({
    deliveries: z.array(
      z.object({
        key: z.string(),
        channel,
        kind: z.enum(NOTICE_KINDS),
        /** Whose mail; null: the group. */
        to: z.string().nullable(),
        title: z.string(),
        state: z.enum(STATES),
        attempts: integer,
        /** Not before then; null once it is settled. */
        nextTryAt: z.string().nullable(),
        /** It would go out now but for the hours. */
        waitsForHours: z.boolean(),
        error: z.string().nullable(),
        madeAt: z.string(),
        sentAt: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
})
