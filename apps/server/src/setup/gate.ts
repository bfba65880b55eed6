import { SETUP_CODE } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import { currentSetup } from '@guatu/store'
import type { FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { codeFits, isOpen } from './desk.ts'

/** Lets in who has the code from the server's window, slowed down like signing in. */
export async function admitSetup(
  app: App,
  request: Pick<FastifyRequest, 'headers' | 'ip'>,
): Promise<Result<undefined, Failure>> {
  const { setup, throttle, database } = app
  if (!setup || !(await isOpen(database, await currentSetup(database)))) return refuse('setup.closed')
  const key = `setup ${request.ip}`
  const seconds = throttle.wait(key, app.now())
  if (seconds > 0) return refuse('session.slow-down', { seconds })
  const typed = request.headers[SETUP_CODE]
  if (typeof typed !== 'string' || !codeFits(setup, typed)) {
    throttle.wrong(key, app.now())
    return refuse('setup.wrong-code')
  }
  throttle.right(key)
  return ok(undefined)
}
