import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { keyIdOf, open, type SecretKey, seal } from './cipher.ts'

const keyOf = (id: string): SecretKey => ({
  id,
  cipher: 'aes-256-gcm',
  key: createSecretKey(randomBytes(32)),
})
const key = keyOf('one')
const about = ['channel', '柞水', 'dingtalk', 'token']
const TEXT = 'SEC密钥 to keep'
const sealed = seal(key, TEXT, about)
const parts = sealed.split(':')

describe('a sealed text', () => {
  it('opens to what it was, and shows none of it', () => {
    expect(open(key, sealed, about)).toBe(TEXT)
    expect(sealed).toMatch(/^guatu1:aes-256-gcm:one:[\w-]{16}:[\w-]+$/)
    expect(sealed).not.toContain('SEC')
    expect(keyIdOf(sealed)).toBe('one')
  })
  it('is another each time', () => {
    expect(seal(key, TEXT, about)).not.toBe(sealed)
  })
  it.each([
    ['', ''],
    ['a', 'a'],
    ['𠮷\n\0', '𠮷\n\0'],
  ])('keeps %j', text => {
    expect(open(key, seal(key, text, about), about)).toBe(text)
  })
})

const without = (index: number, part: string) => parts.with(index, part).join(':')
const flipped = (index: number) => {
  const bytes = Buffer.from(parts[index] ?? '', 'base64url')
  return [...bytes.keys()].map(at => {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    return without(index, changed.toString('base64url'))
  })
}

test('with any one bit of nonce, text or mark changed it does not open', () => {
  const changed = [...flipped(3), ...flipped(4)]
  expect(changed.length).toBe(12 + Buffer.byteLength(TEXT) + 16)
  expect(changed.filter(one => open(key, one, about) !== undefined)).toEqual([])
})

test.each([
  ['another key of the same name', keyOf('one'), sealed, about],
  ['a key of another name', { ...key, id: 'two' }, sealed, about],
  ['the name of the key changed with it', { ...key, id: 'two' }, without(2, 'two'), about],
  ['another jurisdiction', key, sealed, about.with(1, '西夏')],
  ['another channel', key, sealed, about.with(2, 'feishu')],
  ['another name', key, sealed, about.with(3, 'secret')],
  ['less about it', key, sealed, about.slice(0, 3)],
  ['another version', key, without(0, 'guatu2'), about],
  ['another cipher', key, without(1, 'aes-256-cbc'), about],
  ['a mark that is cut short', key, without(4, (parts[4] ?? '').slice(0, -4)), about],
  ['less than a mark', key, without(4, 'AAAA'), about],
  ['a short nonce', key, without(3, 'AAAA'), about],
  ['something behind it', key, `${sealed}:more`, about],
  ['nothing', key, '', about],
  ['a plain text', key, 'guatu1:aes-256-gcm:one', about],
] as [string, SecretKey, string, string[]][])('with %s it does not open', (_, by, text, of) => {
  expect(open(by, text, of)).toBeUndefined()
})
