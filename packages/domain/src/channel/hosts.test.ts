import { describe, expect, it, test } from 'vitest'
import { mailHost, readAllowedHosts, robotHost } from './hosts.ts'
import type { GroupBot } from './kinds.ts'

const BOTS = ['wecom', 'dingtalk', 'feishu'] as const

/** Typed by hand from the makers' manuals: w d f by the first letter of the kinds that may use the base. */
test.each([
  ['https://qyapi.weixin.qq.com', 'w'],
  ['https://qyapi.weixin.qq.com/', 'w'],
  ['https://QYAPI.weixin.qq.com', 'w'],
  ['https://qyapi.weixin.qq.com:443', 'w'],
  ['https://oapi.dingtalk.com', 'd'],
  ['https://open.feishu.cn', 'f'],
  ['https://open.larksuite.com', 'f'],
  ['http://qyapi.weixin.qq.com', ''],
  ['https://qyapi.weixin.qq.com:8443', ''],
  ['https://qyapi.weixin.qq.com:444', ''],
  ['https://qyapi.weixin.qq.com.', ''],
  ['https://qyapi.weixin.qq.com/elsewhere', ''],
  ['https://qyapi.weixin.qq.com?x=', ''],
  ['https://qyapi.weixin.qq.com#x', ''],
  ['https://user@qyapi.weixin.qq.com', ''],
  ['https://qyapi.weixin.qq.com@example.com', ''],
  ['https://qyapi.weixin.qq.com:x@example.com', ''],
  ['https://qyapi.weixin.qq.com.example.com', ''],
  ['https://xqyapi.weixin.qq.com', ''],
  ['https://weixin.qq.com', ''],
  ['https://example.com\\@oapi.dingtalk.com', ''],
  ['https://oapi.dingtalk.com\\@example.com', ''],
  ['ftp://oapi.dingtalk.com', ''],
  ['file:///etc/passwd', ''],
  ['https://127.0.0.1', ''],
  ['http://127.0.0.1:5432', ''],
  ['http://0x7f.1', ''],
  ['http://2130706433', ''],
  ['http://[::1]', ''],
  ['http://[::ffff:127.0.0.1]', ''],
  ['http://169.254.169.254', ''],
  ['http://localhost:8787', ''],
  ['http://10.1.2.3', ''],
  ['oapi.dingtalk.com', ''],
  ['', ''],
])('%s is known to %j', (base, kinds) => {
  const may = BOTS.filter(kind => robotHost(kind, base, []) === 'known').map(kind => kind[0])
  expect(may.join('')).toBe(kinds)
  for (const kind of BOTS) expect(robotHost(kind, base, [])).not.toBe('allowed')
})

describe('what whoever runs the installation allows', () => {
  const { hosts, wrong } = readAllowedHosts(
    'zwwx.example.gov.cn, 10.1.2.3:8080 [fd00::1]:9443,[fd00::2] LOCALHOST',
  )
  it('is read', () => {
    expect(wrong).toEqual([])
    expect(hosts).toEqual([
      { host: 'zwwx.example.gov.cn' },
      { host: '10.1.2.3', port: 8080 },
      { host: 'fd00::1', port: 9443 },
      { host: 'fd00::2' },
      { host: 'localhost' },
    ])
  })
  it.each([
    ['http://zwwx.example.gov.cn', 'allowed'],
    ['https://zwwx.example.gov.cn:9443/wx', 'allowed'],
    ['https://ZWWX.example.gov.cn', 'allowed'],
    ['https://x.zwwx.example.gov.cn', undefined],
    ['https://zwwx.example.gov.cn?x', undefined],
    ['https://u@zwwx.example.gov.cn', undefined],
    ['http://10.1.2.3:8080', 'allowed'],
    ['http://10.1.2.3:8079', undefined],
    ['http://10.1.2.3:8081', undefined],
    ['http://10.1.2.3', undefined],
    ['https://[fd00::1]:9443', 'allowed'],
    ['https://[fd00::1]', undefined],
    ['http://[fd00:0::2]', 'allowed'],
    ['http://localhost:1', 'allowed'],
    ['https://oapi.dingtalk.com', 'known'],
  ])('%s: %s', (base, trust) => {
    expect(robotHost('dingtalk', base, hosts)).toBe(trust)
  })
  it.each([
    ['10.1.2.3', 8080, 'allowed'],
    ['10.1.2.3', 25, 'known'],
    ['LocalHost', 25, 'allowed'],
    ['fd00::2', 25, 'allowed'],
    ['mail.example.com', 465, 'known'],
  ])('mail by %s at %i: %s', (host, port, trust) => {
    expect(mailHost(host, port, hosts)).toBe(trust)
  })
  it('names one kind as well as another', () => {
    for (const kind of BOTS satisfies readonly GroupBot[])
      expect(robotHost(kind, 'http://localhost', hosts)).toBe('allowed')
  })
  it.each(['http://h', 'h/x', 'h:0', 'h:65536', 'h:x', '[::1', '*', '10.0.0.0/8', '主机'])(
    'is no host: %s',
    one => {
      expect(readAllowedHosts(`${one}, h`)).toEqual({ hosts: [{ host: 'h' }], wrong: [one] })
    },
  )
  it('may be nothing', () => {
    expect(readAllowedHosts(' , ')).toEqual({ hosts: [], wrong: [] })
  })
})
