import type { ChannelSaid, Response, routes } from '@guatu/contract'
import { type ChannelSetting, mailHost, ROBOT_HOSTS, robotHost } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import type { App } from '../app.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { addressesOf } from './address.ts'
import type { KeptSetting } from './said.ts'

/** How long a save waits for the name server; what it does not say by then is asked again when something is sent. */
const PATIENCE_MS = 3000

type Fault = NonNullable<Response<typeof routes.getChannels>['channels'][number]['fault']>

/** Why a channel that is on sends nothing, as far as that is known without asking anybody. */
export function faultOf({ keys, outside }: App, { setting, lost }: KeptSetting): Fault | null {
  if (!setting.on) return null
  if (lost.length > 0) return keys.canSeal ? 'channel.secret-lost' : 'channel.no-key'
  return mayGoTo(setting, outside.allowed) ? null : 'channel.host-not-allowed'
}

const mayGoTo = (setting: ChannelSetting | ChannelSaid, allowed: App['outside']['allowed']) =>
  setting.channel === 'mail' || robotHost(setting.channel, setting.base, allowed) !== undefined

/** Refuses an address that messages may not go to. */
export function hostRefused(
  { outside }: App,
  setting: ChannelSetting | ChannelSaid,
): Result<undefined, Failure> {
  if (setting.channel === 'mail' || mayGoTo(setting, outside.allowed)) return ok(undefined)
  return refuse('channel.host-not-allowed', {
    hosts: ROBOT_HOSTS[setting.channel].join('、'),
    host: URL.canParse(setting.base) ? new URL(setting.base).host : setting.base,
  })
}

/** As `hostRefused`, and asks where the name of a mail server leads. One that is off may say anything. */
export async function addressRefused(app: App, said: ChannelSaid): Promise<Result<undefined, Failure>> {
  if (!said.on) return ok(undefined)
  if (said.channel !== 'mail') return hostRefused(app, said)
  if (said.host === '') return ok(undefined)
  const trust = mailHost(said.host, said.port, app.outside.allowed)
  const found = await addressesOf(app.outside, said.host, trust, PATIENCE_MS)
  if (found.ok || found.error !== 'channel.address-inside') return ok(undefined)
  return refuse('channel.address-inside', { host: said.host })
}
