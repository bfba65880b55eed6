import { describe, expect, it, test } from 'vitest'
import { addressesOf, isPublic, type Outside, outsideOf } from './address.ts'

/** Each range at its ends, and one to each side where that is public. */
test.each([
  ['0.0.0.0', false],
  ['0.255.255.255', false],
  ['1.0.0.0', true],
  ['9.255.255.255', true],
  ['10.0.0.0', false],
  ['10.255.255.255', false],
  ['11.0.0.0', true],
  ['100.63.255.255', true],
  ['100.64.0.0', false],
  ['100.100.100.200', false],
  ['100.127.255.255', false],
  ['100.128.0.0', true],
  ['126.255.255.255', true],
  ['127.0.0.0', false],
  ['127.0.0.1', false],
  ['127.255.255.255', false],
  ['128.0.0.0', true],
  ['169.253.255.255', true],
  ['169.254.0.0', false],
  ['169.254.169.254', false],
  ['169.254.255.255', false],
  ['169.255.0.0', true],
  ['172.15.255.255', true],
  ['172.16.0.0', false],
  ['172.31.255.255', false],
  ['172.32.0.0', true],
  ['192.0.0.255', false],
  ['192.0.1.0', true],
  ['192.0.2.1', false],
  ['192.88.99.1', false],
  ['192.167.255.255', true],
  ['192.168.0.0', false],
  ['192.168.255.255', false],
  ['192.169.0.0', true],
  ['198.17.255.255', true],
  ['198.18.0.0', false],
  ['198.19.255.255', false],
  ['198.20.0.0', true],
  ['198.51.100.1', false],
  ['203.0.113.1', false],
  ['223.255.255.255', true],
  ['224.0.0.0', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::1', false],
  ['100::1', false],
  ['2001::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['2400:3200::1', true],
  ['2606:4700:4700::1111', true],
  ['3fff::1', false],
  ['fbff::1', true],
  ['fc00::1', false],
  ['fd00::1', false],
  ['fdff::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['febf::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
])('%s is public: %s', (address, is) => {
  expect(isPublic(address)).toBe(is)
})

describe('the addresses of a host', () => {
  const outside = (...found: string[]): Outside => ({ allowed: [], lookup: async () => found })
  it.each([
    ['one on the public net', ['8.8.8.8'], 'known', ['8.8.8.8']],
    ['one inside', ['10.0.0.1'], 'known', 'channel.address-inside'],
    [
      'one inside beside public ones',
      ['8.8.8.8', '2400:3200::1', '127.0.0.1'],
      'known',
      'channel.address-inside',
    ],
    ['one inside that is allowed', ['10.0.0.1'], 'allowed', ['10.0.0.1']],
    ['none', [], 'known', 'not reached: ENOTFOUND'],
    ['none, allowed', [], 'allowed', 'not reached: ENOTFOUND'],
  ] as const)('%s', async (_, found, trust, answer) => {
    const read = await addressesOf(outside(...found), 'h', trust, 1000)
    expect(read.ok ? read.value : read.error).toEqual(answer)
  })
  it('are not found when the name server fails, and not waited for without end', async () => {
    const failing: Outside = { allowed: [], lookup: () => Promise.reject(new Error('ESERVFAIL')) }
    expect(await addressesOf(failing, 'h', 'known', 1000)).toMatchObject({ error: 'not reached: ENOTFOUND' })
    const silent: Outside = { allowed: [], lookup: () => new Promise(() => undefined) }
    expect(await addressesOf(silent, 'h', 'known', 10)).toMatchObject({ error: 'timeout' })
  })
  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0', 'localhost', '::1', '::ffff:127.0.0.1'])(
    'written as %s lead inside, as the system itself reads them',
    async host => {
      const read = await addressesOf(outsideOf([]), host, 'known', 5000)
      expect(read).toMatchObject({ ok: false, error: 'channel.address-inside' })
    },
  )
})
