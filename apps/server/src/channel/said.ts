import type { ChannelSaid, ChannelView } from '@guatu/contract'
import { CHANNELS, type Channel, type ChannelSetting, ROBOT_HOSTS, type SecretName } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { type Failure, refuse } from '../http/failure.ts'

const NOTHING = { on: false, kinds: [], site: '' } as const

/** What stands in the form before anybody set the channel up: off. */
export const emptySetting = (channel: Channel): ChannelSetting =>
  channel === 'mail'
    ? { channel, ...NOTHING, host: '', port: 465, tls: true, user: '', from: '', password: '' }
    : {
        channel,
        ...NOTHING,
        base: `https://${ROBOT_HOSTS[channel][0]}`,
        format: 'text',
        token: '',
        secret: '',
      }

/** A setting as it is kept: of the secrets named, nobody can tell what they were. */
export interface KeptSetting {
  readonly setting: ChannelSetting
  readonly lost: readonly SecretName[]
}

export const keptOf = (channel: Channel, stored: readonly KeptSetting[]): KeptSetting =>
  stored.find(one => one.setting.channel === channel) ?? { setting: emptySetting(channel), lost: [] }

export const settingsOfAll = (stored: readonly KeptSetting[]): KeptSetting[] =>
  CHANNELS.map(channel => keptOf(channel, stored))

/** Without the secrets. */
export function masked({ setting, lost }: KeptSetting): ChannelView {
  if (setting.channel === 'mail') {
    const { password, kinds, ...rest } = setting
    return { ...rest, kinds: [...kinds], hasPassword: password !== '' || lost.includes('password') }
  }
  const { token, secret, kinds, ...rest } = setting
  const has = (name: SecretName, text: string) => text !== '' || lost.includes(name)
  return { ...rest, kinds: [...kinds], hasToken: has('token', token), hasSecret: has('secret', secret) }
}

/** What is to be kept: the setting, and the lost secrets that it leaves as they are. */
export interface NextSetting {
  readonly setting: ChannelSetting
  readonly untouched: readonly SecretName[]
}

/**
 * The new setting: secrets that were not said stay, unless they would go to another address than they were given for.
 * One that cannot be read has to be said before the channel is on.
 */
export function settingFrom(said: ChannelSaid, before: KeptSetting): Result<NextSetting, Failure> {
  const untouched = before.lost.filter(name => saidOf(said, name) === undefined)
  const setting = merged(said, before)
  if (!setting) return refuse('channel.secret-again')
  if (setting.on && untouched.length > 0) return refuse('channel.secret-lost')
  const missing = setting.on ? missingOf(setting) : []
  return missing.length > 0
    ? refuse('channel.incomplete', { missing: missing.join(', ') })
    : ok({ setting, untouched })
}

const saidOf = (said: ChannelSaid, name: SecretName) =>
  (said as Partial<Record<SecretName, string | null>>)[name]

function merged(said: ChannelSaid, { setting: before, lost }: KeptSetting): ChannelSetting | undefined {
  const stays = (name: SecretName, old: string) =>
    saidOf(said, name) === undefined && (old !== '' || lost.includes(name))
  const next = (name: SecretName, old: string) => {
    const now = saidOf(said, name)
    return now === undefined ? old : (now ?? '')
  }
  if (said.channel === 'mail' && before.channel === 'mail') {
    const moved = said.host !== before.host || said.port !== before.port || said.tls !== before.tls
    if (moved && stays('password', before.password)) return undefined
    return { ...said, password: next('password', before.password) }
  }
  if (said.channel === 'mail' || before.channel === 'mail') return undefined
  const keeps = stays('token', before.token) || stays('secret', before.secret)
  if (said.base !== before.base && keeps) return undefined
  return { ...said, token: next('token', before.token), secret: next('secret', before.secret) }
}

const missingOf = (setting: ChannelSetting): string[] =>
  setting.channel === 'mail'
    ? (['host', 'from'] as const).filter(name => setting[name] === '')
    : (['token'] as const).filter(name => setting[name] === '')
