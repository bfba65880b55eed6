import { randomBytes } from 'node:crypto'
import { createSession, deleteExpiredSessions, withIdentity } from '@guatu/store'
import type { App } from '../app.ts'
import { POST_COOKIE, SESSION_COOKIE } from '../http/cookie.ts'
import { findSession, type Session } from './session.ts'

/** A working day. */
const SESSION_MS = 12 * 3_600_000

/** Signs an account in whose owner has been made sure of. Undefined when its person holds no post. */
export async function openSession(
  app: App,
  { jurisdiction, login }: { readonly jurisdiction: string; readonly login: string },
  setCookie: (name: string, value: string | null) => void,
): Promise<Session | undefined> {
  const token = randomBytes(32).toString('base64url')
  await withIdentity(app.database, async tx => {
    await deleteExpiredSessions(tx)
    const expiresAt = new Date(app.now() + SESSION_MS).toISOString()
    await createSession(tx, token, { jurisdiction, login, expiresAt })
  })
  const session = await findSession(app.database, token, undefined)
  if (!session) return undefined
  setCookie(SESSION_COOKIE, token)
  setCookie(POST_COOKIE, session.post.id)
  return session
}
