import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import type { Channel } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  addDeliveries,
  channelSettings,
  type Delivery,
  deliveries,
  ownReach,
  persons,
  readScope,
  type ScopedTx,
  saveChannelSetting,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { wholeScope } from '../person/people.ts'
import { partsFor } from './expand.ts'
import { emptySetting, masked, settingFrom, settingsOfAll } from './said.ts'
import { leavesAt, type Sending, sendingOf } from './sending.ts'

const LOG_LENGTH = 200

export const getChannels =
  (app: App): Handler<typeof routes.getChannels> =>
  ({ session }) =>
    readScope(app.database, wholeScope(session), async tx => {
      const stored = await channelSettings(tx)
      const names = await nameOf(tx)
      const channels = settingsOfAll(stored.map(one => one.setting)).map(setting => {
        const known = stored.find(one => one.setting.channel === setting.channel)
        const changed = known ? { by: names(known.changedBy), at: known.changedAt } : null
        return { setting: masked(setting), changed, silentUntil: known?.silentUntil ?? null }
      })
      return ok({ channels })
    })

export const saveChannel =
  (app: App): Handler<typeof routes.saveChannel> =>
  ({ body, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      const before = (await storedSetting(tx, body.channel)) ?? emptySetting(body.channel)
      const setting = settingFrom(body, before)
      if (!setting.ok) return setting
      await saveChannelSetting(tx, setting.value, timeOf(app))
      return ok({})
    })

const TEST = {
  title: '挂图测试消息',
  body: '收到这条消息，说明渠道设置正确。This is a test message: the channel works.',
}

export const testChannel =
  (app: App): Handler<typeof routes.testChannel> =>
  ({ params: { channel }, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      const setting = await storedSetting(tx, channel)
      if (!setting?.on) return refuse('channel.off')
      const person = channel === 'mail' ? session.person : null
      if (person !== null && (await ownReach(tx)).mail === null) return refuse('channel.no-mail')
      const key = `test ${randomUUID()}`
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

async function storedSetting(tx: ScopedTx, channel: Channel) {
  return (await channelSettings(tx)).find(one => one.setting.channel === channel)?.setting
}

async function nameOf(tx: ScopedTx): Promise<(person: string) => string> {
  const names = new Map((await persons(tx)).map(one => [one.id, one.name]))
  return person => names.get(person) ?? person
}

const timeOf = (app: App) => new Date(app.now()).toISOString()
