import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { secretsOf } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  addDeliveries,
  channelSettings,
  type Delivery,
  deliveries,
  ownReach,
  personNames,
  readScope,
  type ScopedTx,
  saveChannelSetting,
  TEST_KEY,
  triedSince,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { wholeScope } from '../person/people.ts'
import { partsFor } from './expand.ts'
import { addressRefused, faultOf, hostRefused } from './fault.ts'
import { keptOf, masked, settingFrom, settingsOfAll } from './said.ts'
import { leavesAt, type Sending, sendingOf } from './sending.ts'

const LOG_LENGTH = 200

export const getChannels =
  (app: App): Handler<typeof routes.getChannels> =>
  ({ session }) =>
    readScope(app.database, wholeScope(session), async tx => {
      const stored = await channelSettings(tx, app.keys)
      const names = await nameOf(tx)
      const channels = settingsOfAll(stored).map(kept => {
        const known = stored.find(one => one.setting.channel === kept.setting.channel)
        return {
          setting: masked(kept),
          fault: faultOf(app, kept),
          changed: known ? { by: names(known.changedBy), at: known.changedAt } : null,
          silentUntil: known?.silentUntil ?? null,
        }
      })
      return ok({ channels })
    })

export const saveChannel =
  (app: App): Handler<typeof routes.saveChannel> =>
  async ({ body, session }) => {
    const address = await addressRefused(app, body)
    if (!address.ok) return address
    return decide(app.database, wholeScope(session), async tx => {
      const next = settingFrom(body, keptOf(body.channel, await channelSettings(tx, app.keys)))
      if (!next.ok) return next
      const { setting, untouched } = next.value
      if (!app.keys.canSeal && Object.keys(secretsOf(setting)).length > 0) return refuse('channel.no-key')
      await saveChannelSetting(tx, app.keys, setting, timeOf(app), untouched)
      return ok({})
    })
  }

/** Mail of tests goes to any address that somebody gives as their own. */
const TEST_EVERY_MS = 60_000
const TEST = {
  title: '挂图测试消息',
  body: '收到这条消息，说明渠道设置正确。This is a test message: the channel works.',
}

export const testChannel =
  (app: App): Handler<typeof routes.testChannel> =>
  ({ params: { channel }, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      const { setting, lost } = keptOf(channel, await channelSettings(tx, app.keys))
      if (!setting.on) return refuse('channel.off')
      if (lost.length > 0) return refuse('channel.secret-lost')
      const host = hostRefused(app, setting)
      if (!host.ok) return host
      const person = channel === 'mail' ? session.person : null
      if (person !== null && (await ownReach(tx)).mail === null) return refuse('channel.no-mail')
      const minuteAgo = new Date(app.now() - TEST_EVERY_MS).toISOString()
      if (await triedSince(tx, channel, minuteAgo)) return refuse('channel.tested-just-now')
      const key = `${TEST_KEY}${randomUUID()}`
      const found = partsFor(setting, TEST).map(told => ({
        dedupeKey: key,
        channel,
        kind: 'delivery' as const,
        person,
        told,
      }))
      await addDeliveries(tx, found, timeOf(app))
      return ok({ key })
    })

export const listDeliveries =
  (app: App): Handler<typeof routes.listDeliveries> =>
  ({ query, session }) =>
    readScope(app.database, wholeScope(session), async tx => {
      const names = await nameOf(tx)
      const found = await deliveries(tx, { ...query, limit: LOG_LENGTH })
      const sending = await sendingOf(tx, session.jurisdiction, app.now())
      return ok({
        deliveries: found.map(one => ({
          key: one.dedupeKey,
          channel: one.channel,
          kind: one.kind,
          to: one.person === null ? null : names(one.person),
          title: one.told.title,
          state: one.state,
          attempts: one.attempts,
          ...nextTry(one, sending, app.now()),
          error: one.lastError,
          madeAt: one.madeAt,
          sentAt: one.sentAt,
        })),
      })
    })

function nextTry({ state, kind, nextTryAt }: Delivery, sending: Sending, now: number) {
  if (state !== 'pending' && state !== 'failed') return { nextTryAt: null, waitsForHours: false }
  const due = Math.max(now, Date.parse(nextTryAt))
  const leaves = leavesAt(sending, kind, due)
  return leaves === due
    ? { nextTryAt, waitsForHours: false }
    : { nextTryAt: new Date(leaves).toISOString(), waitsForHours: true }
}

async function nameOf(tx: ScopedTx): Promise<(person: string) => string> {
  const names = await personNames(tx)
  return person => names.get(person) ?? person
}

const timeOf = (app: App) => new Date(app.now()).toISOString()
