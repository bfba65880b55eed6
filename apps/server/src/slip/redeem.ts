import { type Me, PASSWORD_LEAST, type routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import {
  ownJurisdiction,
  persons,
  posts,
  readScope,
  slipByCode,
  units,
  redeemSlip as useSlip,
  withIdentity,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { meOf } from '../session/me.ts'
import { openSession } from '../session/open.ts'
import { hashPassword } from '../session/password.ts'
import { normalCode } from './code.ts'

/** Guessing codes is slowed down by address, whatever the code. */
const keyOf = (ip: string) => `slip ${ip}`

export const readSlip =
  (app: App): Handler<typeof routes.readSlip> =>
  async ({ body, ip }) => {
    const seconds = app.throttle.wait(keyOf(ip), app.now())
    if (seconds > 0) return refuse('session.slow-down', { seconds })
    const holder = await withIdentity(app.database, tx => slipByCode(tx, normalCode(body.code)))
    if (!holder) {
      app.throttle.wrong(keyOf(ip), app.now())
      return refuse('slip.void')
    }
    const { jurisdiction, person, login } = holder
    return readScope(app.database, { jurisdiction, person, reads: { projects: [] } }, async tx => {
      const [post] = await posts(tx, person)
      const unit = (await units(tx)).find(one => one.id === post?.unit)
      const name = (await persons(tx)).find(one => one.id === person)?.name ?? login
      return ok({
        login,
        name,
        unitName: unit?.name ?? '',
        jurisdictionName: (await ownJurisdiction(tx)).name,
      })
    })
  }

export const redeemSlip =
  (app: App): Handler<typeof routes.redeemSlip> =>
  async ({ body, ip, setCookie }) => {
    const seconds = app.throttle.wait(keyOf(ip), app.now())
    if (seconds > 0) return refuse('session.slow-down', { seconds })
    if ([...body.password].length < PASSWORD_LEAST)
      return refuse('password.too-short', { least: PASSWORD_LEAST })
    const code = normalCode(body.code)
    const known = await withIdentity(app.database, tx => slipByCode(tx, code))
    const hash = known && (await hashPassword(body.password))
    const holder = hash && (await withIdentity(app.database, tx => useSlip(tx, code, hash)))
    const session = holder && (await openSession(app, holder, setCookie))
    if (!session) {
      app.throttle.wrong(keyOf(ip), app.now())
      return refuse('slip.void')
    }
    app.throttle.right(keyOf(ip))
    return ok<Me>(await meOf(app, session))
  }
