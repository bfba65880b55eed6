import { afterAttempt, dispatchersOf, type Outcome } from '@guatu/domain'
import {
  addDeliveries,
  type Claimed,
  channelSettings,
  claimDelivery,
  type Database,
  enqueueNotices,
  type Jurisdiction,
  type KeyRing,
  MESSENGER,
  mailAddresses,
  NOTICE_TOPIC,
  type OutgoingNotice,
  posts,
  readScope,
  type Scope,
  type ScopedTx,
  type StoredChannel,
  settleDelivery,
  silenceChannel,
  takeOutbox,
  withScope,
} from '@guatu/store'
import type { Outside } from './address.ts'
import { sendBot } from './bot.ts'
import { deliveriesOf } from './expand.ts'
import { givenUpNotice } from './given-up.ts'
import { sendMail } from './mail.ts'
import { kindsNow, type Sending, sendingOf } from './sending.ts'

export interface Sender {
  readonly database: Database
  readonly keys: KeyRing
  readonly outside: Outside
  /** Milliseconds since 1970. */
  now(): number
  /** How long the other side may take to answer. */
  readonly timeoutMs: number
}

const AT_ONCE = 100
const timeOf = (ms: number) => new Date(ms).toISOString()
/** The worker's own; it writes nothing to the ledger. */
const scopeOf = (jurisdiction: string): Scope => ({ jurisdiction, person: MESSENGER, reads: 'all' })

/**
 * Sends what is due in one jurisdiction and may be sent now, by the limits of the channel and the hours for its kind: events of the outbox become deliveries, deliveries are
 * claimed, sent outside any transaction, and settled. Any number of workers may do this at once.
 */
export async function drain(sender: Sender, jurisdiction: Jurisdiction): Promise<void> {
  const { database, keys, now } = sender
  const scope = scopeOf(jurisdiction.id)
  for (;;) {
    const taken = await withScope(database, scope, tx => expandOutbox(tx, keys, now()))
    if (taken < AT_ONCE) break
  }
  const { stored, sending } = await readScope(database, scope, async tx => ({
    stored: await channelSettings(tx, keys),
    sending: await sendingOf(tx, jurisdiction, now()),
  }))
  const on = stored.filter(one => one.setting.on)
  await Promise.all(on.map(one => drainChannel(sender, scope, one, sending)))
}

async function expandOutbox(tx: ScopedTx, keys: KeyRing, now: number): Promise<number> {
  const events = await takeOutbox(tx, AT_ONCE, NOTICE_TOPIC)
  if (events.length === 0) return 0
  const settings = (await channelSettings(tx, keys)).map(one => one.setting)
  const notices = events.map(event => event.payload as OutgoingNotice)
  const mails = await mailAddresses(tx, [...new Set(notices.flatMap(one => one.persons))])
  const found = notices.flatMap(notice =>
    settings.flatMap(setting => deliveriesOf(notice, setting, person => mails.has(person))),
  )
  await addDeliveries(tx, found, timeOf(now))
  return events.length
}

/** Until nothing is due or may be sent, or a try fails: a server that is down holds up no other for long. */
async function drainChannel(
  sender: Sender,
  scope: Scope,
  stored: StoredChannel,
  sending: Sending,
): Promise<void> {
  const { database, now } = sender
  for (;;) {
    const claimed = await withScope(database, scope, tx =>
      claimDelivery(tx, stored.setting.channel, now(), kindsNow(sending, now())),
    )
    if (!claimed) return
    const outcome = await send(sender, scope, stored, claimed)
    await withScope(database, scope, tx => settle(tx, claimed, outcome, now()))
    if (outcome.kind === 'failed') return
  }
}

async function send(
  { database, outside, now, timeoutMs }: Sender,
  scope: Scope,
  { setting, lost }: StoredChannel,
  { told, person, dedupeKey }: Claimed,
): Promise<Outcome> {
  if (lost.length > 0) return { kind: 'failed', error: 'channel.secret-lost' }
  if (setting.channel !== 'mail') return sendBot(setting, told, outside, now(), timeoutMs)
  const id = person ?? ''
  const to = (await readScope(database, scope, tx => mailAddresses(tx, [id]))).get(id)
  if (to === undefined) return { kind: 'failed', error: 'no mail address' }
  return sendMail(setting, { to, told, key: dedupeKey }, outside, timeoutMs)
}

async function settle(tx: ScopedTx, claimed: Claimed, outcome: Outcome, now: number): Promise<void> {
  const step = afterAttempt(outcome, claimed.attempt, now)
  await settleDelivery(tx, claimed, step, now)
  if (outcome.kind === 'failed' && outcome.waitMs !== undefined)
    await silenceChannel(tx, claimed.channel, timeOf(now + outcome.waitMs))
  if (step.state !== 'given-up') return
  const dispatchers = dispatchersOf(await posts(tx))
  await enqueueNotices(
    tx,
    dispatchers.map(person => givenUpNotice(person, claimed, step.error, timeOf(now).slice(0, 10))),
  )
}
