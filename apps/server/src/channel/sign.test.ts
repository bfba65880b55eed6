import { expect, it } from 'vitest'
import { dingtalkSign, feishuSign } from './sign.ts'

// Worked out with `openssl dgst -sha256 -hmac`, not with this code.
it('signs as 钉钉 and 飞书 check it', () => {
  expect(dingtalkSign(1_577_262_236_757, 'SECabc')).toBe('I5TKCOTTj6fad4sJ4q9RsIffw0PAChVQZQGTdtRbNEQ=')
  expect(feishuSign(1_599_360_473, 'demo')).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=')
})
