import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'

/** Names the session by an opaque token; only its hash is stored. */
export const SESSION_COOKIE = 'guatu_session'
/** The post acted under; checked against the person's posts at every call. */
export const POST_COOKIE = 'guatu_post'

export const cookieOptions = (request: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: request.protocol === 'https',
})
