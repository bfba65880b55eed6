import { z } from 'zod'
import { integer } from './common.ts'
import { defineRoute } from './route.ts'
import { me } from './session.ts'

/** Characters of a password that a person sets. Length is what counts; no other rule. */
export const PASSWORD_LEAST = 10

const holder = z.object({
  login: z.string(),
  name: z.string(),
  /** Of the person's posts. */
  unit: z.string(),
  unitName: z.string(),
  roles: z.array(z.string()),
  /** `used`: has set a password; `expired`: the slip was never used and is void now. */
  state: z.enum(['none', 'issued', 'expired', 'used']),
  expiresAt: z.string().nullable(),
})

/** Who can sign in, and whether they have done so. No code is ever shown again. */
export const listSlips = defineRoute({
  name: 'listSlips',
  method: 'GET',
  path: '/api/slips',
  roles: ['dispatcher', 'administrator'],
  response: z.object({ holders: z.array(holder) }),
  errors: [],
})

export const slip = z.object({
  login: z.string(),
  name: z.string(),
  unitName: z.string(),
  code: z.string(),
  link: z.string(),
  /** Of the link: modules per side, and an SVG path of one unit per module. */
  qr: z.object({ size: integer, path: z.string() }),
  expiresAt: z.string(),
})
export type Slip = z.infer<typeof slip>

/** New slips for those who have not used one yet; each makes the person's last one void. The codes are shown this once. */
export const issueSlips = defineRoute({
  name: 'issueSlips',
  method: 'POST',
  path: '/api/slips',
  roles: ['dispatcher', 'administrator'],
  body: z.object({
    /** Absent: all who have not used theirs. */
    logins: z.array(z.string()).max(5_000).optional(),
    /** Where the people reach this server: http://10.1.2.3:8787 */
    address: z.url({ protocol: /^https?$/ }).max(200),
  }),
  response: z.object({ jurisdictionName: z.string(), slips: z.array(slip) }),
  errors: ['slip.used', 'request.not-found'],
})

const code = z.string().min(1).max(64)

/** Whose slip it is. */
export const readSlip = defineRoute({
  name: 'readSlip',
  method: 'POST',
  path: '/api/slips/read',
  open: true,
  roles: [],
  body: z.object({ code }),
  response: z.object({
    login: z.string(),
    name: z.string(),
    unitName: z.string(),
    jurisdictionName: z.string(),
  }),
  errors: ['slip.void', 'session.slow-down'],
})
/** Sets the person's own password, uses the slip up and signs in. */
export const redeemSlip = defineRoute({
  name: 'redeemSlip',
  method: 'POST',
  path: '/api/slips/redeem',
  open: true,
  roles: [],
  body: z.object({ code, password: z.string().min(1).max(256) }),
  response: me,
  errors: ['slip.void', 'password.too-short', 'session.slow-down'],
})
