import type { ChannelSaid } from '@guatu/contract'
import type { BotSetting, MailSetting } from '@guatu/domain'
import { describe, expect, it } from 'vitest'
import { emptySetting, type KeptSetting, masked, settingFrom, settingsOfAll } from './said.ts'

const bot: KeptSetting = {
  setting: { ...emptySetting('dingtalk'), token: 'T', secret: 'S' } as BotSetting,
  lost: [],
}
const mail: KeptSetting = {
  setting: { ...emptySetting('mail'), host: 'mail.gov.cn', from: 'a@b.cn', password: 'P' } as MailSetting,
  lost: [],
}
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
    expect(settingFrom(saidBot, bot)).toMatchObject({
      value: { setting: { token: 'T', secret: 'S' }, untouched: [] },
    })
    expect(settingFrom({ ...saidBot, token: 'U', secret: null }, bot)).toMatchObject({
      value: { setting: { token: 'U', secret: '' } },
    })
    expect(settingFrom(saidMail, mail)).toMatchObject({ value: { setting: { password: 'P' } } })
  })
  it.each([
    ['another host of a robot', { ...saidBot, base: 'http://elsewhere' }, bot],
    ['half of the secrets at another host', { ...saidBot, base: 'http://elsewhere', token: 'U' }, bot],
    ['another mail server', { ...saidMail, host: 'elsewhere' }, mail],
    ['another port', { ...saidMail, port: 25 }, mail],
    ['no TLS any more', { ...saidMail, tls: false }, mail],
  ] as [string, ChannelSaid, KeptSetting][])('asks for the secrets again with %s', (_, said, before) => {
    expect(settingFrom(said, before)).toMatchObject({ ok: false, error: { code: 'channel.secret-again' } })
  })
  it('is whole before it is switched on', () => {
    const none = { setting: emptySetting('dingtalk'), lost: [] }
    expect(settingFrom(saidBot, none)).toMatchObject({
      error: { code: 'channel.incomplete', params: { missing: 'token' } },
    })
    expect(settingFrom({ ...saidBot, on: false }, none).ok).toBe(true)
  })
})

describe('secrets that no key opens', () => {
  const gone: KeptSetting = { setting: emptySetting('dingtalk'), lost: ['token', 'secret'] }
  const noMail: KeptSetting = {
    setting: { ...mail.setting, password: '' } as MailSetting,
    lost: ['password'],
  }
  it.each([
    ['none is given', saidBot, gone],
    ['one of two is given', { ...saidBot, token: 'U' }, gone],
    ['the password is not given', saidMail, noMail],
  ] as [string, ChannelSaid, KeptSetting][])('keep the channel off while %s', (_, said, before) => {
    expect(settingFrom(said, before)).toMatchObject({ ok: false, error: { code: 'channel.secret-lost' } })
  })
  it('are replaced by those given, or taken away', () => {
    expect(settingFrom({ ...saidBot, token: 'U', secret: null }, gone)).toMatchObject({
      value: { setting: { token: 'U', secret: '' }, untouched: [] },
    })
  })
  it('stay sealed when the channel is switched off, also those not given', () => {
    expect(settingFrom({ ...saidBot, on: false }, gone)).toMatchObject({
      value: { untouched: ['token', 'secret'] },
    })
    expect(settingFrom({ ...saidBot, on: false, token: 'U' }, gone)).toMatchObject({
      value: { setting: { token: 'U' }, untouched: ['secret'] },
    })
  })
  it('are asked for again at another address', () => {
    const moved = { ...saidBot, on: false, base: 'https://open.feishu.cn' }
    expect(settingFrom(moved, gone)).toMatchObject({ error: { code: 'channel.secret-again' } })
  })
  it('are said to be there', () => {
    expect(masked(gone)).toMatchObject({ hasToken: true, hasSecret: true })
    expect(masked(noMail)).toMatchObject({ hasPassword: true })
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
