import type { ChannelSaid } from '@guatu/contract'
import type { ChannelSetting } from '@guatu/domain'
import { describe, expect, it } from 'vitest'
import { emptySetting, masked, settingFrom, settingsOfAll } from './said.ts'

const bot = { ...emptySetting('dingtalk'), token: 'T', secret: 'S' } as const
const mail = { ...emptySetting('mail'), host: 'mail.gov.cn', from: 'a@b.cn', password: 'P' } as const
const base = 'https://oapi.dingtalk.com'
type Said<Channel> = Extract<ChannelSaid, { channel: Channel }>
const saidBot: Exclude<ChannelSaid, Said<'mail'>> = {
  channel: 'dingtalk',
  on: true,
  kinds: [],
  site: '',
  format: 'text',
  base,
}
const saidMail: Said<'mail'> = {
  channel: 'mail',
  on: true,
  kinds: [],
  site: '',
  host: 'mail.gov.cn',
  port: 465,
  tls: true,
  user: '',
  from: 'a@b.cn',
}

describe('what is said of a channel', () => {
  it('keeps secrets that were not said, and drops those said to be none', () => {
    expect(settingFrom(saidBot, bot)).toMatchObject({ value: { token: 'T', secret: 'S' } })
    expect(settingFrom({ ...saidBot, token: 'U', secret: null }, bot)).toMatchObject({
      value: { token: 'U', secret: '' },
    })
    expect(settingFrom(saidMail, mail)).toMatchObject({ value: { password: 'P' } })
  })
  it.each([
    ['another host of a robot', { ...saidBot, base: 'http://elsewhere' }, bot],
    ['half of the secrets at another host', { ...saidBot, base: 'http://elsewhere', token: 'U' }, bot],
    ['another mail server', { ...saidMail, host: 'elsewhere' }, mail],
    ['another port', { ...saidMail, port: 25 }, mail],
    ['no TLS any more', { ...saidMail, tls: false }, mail],
  ] as [string, ChannelSaid, ChannelSetting][])('asks for the secrets again with %s', (_, said, before) => {
    expect(settingFrom(said, before)).toMatchObject({ ok: false, error: { code: 'channel.secret-again' } })
  })
  it('is whole before it is switched on', () => {
    const none = { ...emptySetting('dingtalk') }
    expect(settingFrom(saidBot, none)).toMatchObject({
      error: { code: 'channel.incomplete', params: { missing: 'token' } },
    })
    expect(settingFrom({ ...saidBot, on: false }, none).ok).toBe(true)
  })
})

it('a view has no secret, and says which are kept', () => {
  const views = settingsOfAll([bot, mail]).map(masked)
  expect(views.map(view => ('hasToken' in view ? view.hasToken : view.hasPassword))).toEqual([
    ...[true, false, true, false],
  ])
  for (const view of views)
    for (const name of ['password', 'token', 'secret']) expect(Object.keys(view)).not.toContain(name)
})
