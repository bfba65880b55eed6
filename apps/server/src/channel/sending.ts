import {
  goesAt,
  KEEP_DEFAULT_DAYS,
  kindsAt,
  type NoticeKind,
  PUBLISHED_CALENDAR,
  readHours,
  readKeepDays,
  readKinds,
  SEND_DEFAULTS,
  type SendSettings,
} from '@guatu/domain'
import { type Jurisdiction, type SaidSetting, type ScopedTx, settingsSaid } from '@guatu/store'
import { instantOf, localIn, timeZoneOf } from '../moment/local.ts'

/** Names of the settings, as facts of the ledger hold them. */
export const SEND_NAMES = {
  usual: 'send-hours',
  urgent: 'send-hours-urgent',
  urgentKinds: 'send-urgent-kinds',
  keepDays: 'keep-told-days',
} as const
export type SendName = keyof typeof SEND_NAMES

/** The hours of a jurisdiction and how long it keeps what was told, and the clock that they are told by. */
export interface Sending {
  readonly settings: SendSettings
  /** How long it is kept what was told. */
  readonly keepDays: number
  readonly timeZone: string
  /** Those that were set here. */
  readonly said: ReadonlyMap<string, SaidSetting>
}

export async function sendingOf(tx: ScopedTx, jurisdiction: Jurisdiction, now: number): Promise<Sending> {
  const timeZone = await timeZoneOf(tx)
  const asOf = jurisdiction.businessDate ?? localIn(timeZone, now).day
  const said = await settingsSaid(tx, Object.values(SEND_NAMES), { asOf })
  const text = (name: SendName) => said.get(SEND_NAMES[name])?.value
  const settings = {
    usual: readHours(text('usual') ?? '') ?? SEND_DEFAULTS.usual,
    urgent: readHours(text('urgent') ?? '') ?? SEND_DEFAULTS.urgent,
    urgentKinds: readKinds(text('urgentKinds') ?? '') ?? SEND_DEFAULTS.urgentKinds,
  }
  return { settings, keepDays: readKeepDays(text('keepDays') ?? '') ?? KEEP_DEFAULT_DAYS, timeZone, said }
}

/** Which kinds may leave the house at that moment, in milliseconds since 1970: a demo's own day does not count here. */
export const kindsNow = ({ settings, timeZone }: Sending, now: number): readonly NoticeKind[] =>
  kindsAt(localIn(timeZone, now), settings, PUBLISHED_CALENDAR)

/** The first moment, from that one on, at which a word of the kind may leave. */
export function leavesAt({ settings, timeZone }: Sending, kind: NoticeKind, from: number): number {
  const local = localIn(timeZone, from)
  const goes = goesAt(kind, local, settings, PUBLISHED_CALENDAR)
  return goes.day === local.day && goes.minute === local.minute ? from : instantOf(timeZone, goes)
}
