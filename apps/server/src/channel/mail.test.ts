import type { MailSetting } from '@guatu/domain'
import { expect, test } from 'vitest'
import { reachOf } from './mail.ts'
import { emptySetting } from './said.ts'

const setting = { ...emptySetting('mail'), host: 'mail.example.com', password: 'P' } as MailSetting

test.each([
  ['known', 'desk', true],
  ['known', '', false],
  ['allowed', 'desk', false],
  ['allowed', '', false],
] as const)('a %s server under the user %j asks for encryption: %s', (trust, user, requireTLS) => {
  expect(reachOf({ ...setting, user }, '8.8.8.8', trust)).toMatchObject({ requireTLS })
})

test('is called at the address, its certificate held to the name', () => {
  expect(reachOf(setting, '8.8.8.8', 'known')).toMatchObject({
    host: '8.8.8.8',
    tls: { servername: 'mail.example.com' },
  })
  expect(reachOf({ ...setting, host: '8.8.8.8' }, '8.8.8.8', 'known')).not.toHaveProperty('tls')
})
