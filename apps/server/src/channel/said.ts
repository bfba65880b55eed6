import type { ChannelSaid, ChannelView } from '@guatu/contract'
import { CHANNELS, type Channel, type ChannelSetting } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { type Failure, refuse } from '../http/failure.ts'

/** The makers' own hosts; a private one takes their place. */
const HOSTS = {
  wecom: 'https://qyapi.weixin.qq.com',
  dingtalk: 'https://oapi.dingtalk.com',
  feishu: 'https://open.feishu.cn',
}
const NOTHING = { on: false, kinds: [], site: '' } as const

/** What stands in the form before anybody set the channel up: off. */
export const emptySetting = (channel: Channel): ChannelSetting =>
  channel === 'mail'
    ? { channel, ...NOTHING, host: '', port: 465, tls: true, user: '', from: '', password: '' }
    : { channel, ...NOTHING, base: HOSTS[channel], format: 'text', token: '', secret: '' }

export const settingsOfAll = (stored: readonly ChannelSetting[]): ChannelSetting[] =>
  CHANNELS.map(channel => stored.find(one => one.channel === channel) ?? emptySetting(channel))

/** Without the secrets. */
export function masked(setting: ChannelSetting): ChannelView {
  if (setting.channel === 'mail') {
    const { password, kinds, ...rest } = setting
    return { ...rest, kinds: [...kinds], hasPassword: password !== '' }
  }
  const { token, secret, kinds, ...rest } = setting
  return { ...rest, kinds: [...kinds], hasToken: token !== '', hasSecret: secret !== '' }
}

/** The new setting: secrets that were not said stay, unless they would go to another address than they were given for. */
export function settingFrom(said: ChannelSaid, before: ChannelSetting): Result<ChannelSetting, Failure> {
  const setting = merged(said, before)
  if (!setting) return refuse('channel.secret-again')
  const missing = setting.on ? missingOf(setting) : []
  return missing.length > 0 ? refuse('channel.incomplete', { missing: missing.join(', ') }) : ok(setting)
}

function merged(said: ChannelSaid, before: ChannelSetting): ChannelSetting | undefined {
  const kept = (now: string | null | undefined, old: string) => (now === undefined ? old : (now ?? ''))
  if (said.channel === 'mail' && before.channel === 'mail') {
    const moved = said.host !== before.host || said.port !== before.port || said.tls !== before.tls
    if (moved && said.password === undefined && before.password !== '') return undefined
    return { ...said, password: kept(said.password, before.password) }
  }
  if (said.channel === 'mail' || before.channel === 'mail') return undefined
  const token = kept(said.token, before.token)
  const secret = kept(said.secret, before.secret)
  const keeps = (said.token === undefined && token) || (said.secret === undefined && secret)
  if (said.base !== before.base && keeps) return undefined
  return { ...said, token, secret }
}

const missingOf = (setting: ChannelSetting): string[] =>
  setting.channel === 'mail'
    ? (['host', 'from'] as const).filter(name => setting[name] === '')
    : (['token'] as const).filter(name => setting[name] === '')
