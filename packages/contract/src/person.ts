import { z } from 'zod'
import { day, integer } from './common.ts'
import { ROLES, role } from './role.ts'
import { defineRoute } from './route.ts'
import { slip } from './slip.ts'

const KEEPERS = ['dispatcher', 'administrator'] as const
const id = z.string().min(1).max(200)
const name = z.string().trim().min(1).max(60)
const reason = z.string().trim().min(2).max(500)
/** Where the people reach this server: http://10.1.2.3:8787 */
const address = z.url({ protocol: /^https?$/ }).max(200)

const heldPost = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  role: z.string(),
  head: z.boolean(),
  from: day,
  /** The first day on which it was not held any more. */
  ended: day.nullable(),
  mayEnd: z.boolean(),
})
const person = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  login: z.string().nullable(),
  state: z.enum(['active', 'no-password', 'slip', 'closed']),
  posts: z.array(heldPost),
  mayReset: z.boolean(),
  mayHandOver: z.boolean(),
})
export type PersonRow = z.infer<typeof person>

/** Those whom the post acted under may know: all, the own unit and below for its head, oneself. */
export const listPersons = defineRoute({
  name: 'listPersons',
  method: 'GET',
  path: '/api/persons',
  roles: [...ROLES],
  response: z.object({
    today: day,
    persons: z.array(person),
    units: z.array(z.object({ id: z.string(), name: z.string(), parent: z.string().nullable() })),
    /** Roles of the posts that one may give; none for those who keep no posts. */
    gives: z.array(role),
    /** Who was let in, handed over and reset by whom; for those who keep posts. */
    log: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        event: z.string(),
        person: z.string(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
})

const post = z.object({ unit: id, role, head: z.boolean(), day })

export const addPerson = defineRoute({
  name: 'addPerson',
  method: 'POST',
  path: '/api/persons',
  roles: KEEPERS,
  body: post.extend({
    name,
    login: z.string().min(1).max(64),
    phone: z.string().max(30).optional(),
    address,
  }),
  response: z.object({ slip }),
  errors: [
    'person.login-taken',
    'login.form',
    'post.not-allowed',
    'reorganise.unit-unknown',
    'reorganise.day-ahead',
  ],
})
export const addPost = defineRoute({
  name: 'addPost',
  method: 'POST',
  path: '/api/persons/:id/posts',
  roles: KEEPERS,
  params: z.object({ id }),
  body: post,
  response: z.object({ id: z.string() }),
  errors: [
    'request.not-found',
    'post.not-allowed',
    'post.held',
    'person.no-account',
    'reorganise.unit-unknown',
    'reorganise.day-ahead',
  ],
})
export const endPost = defineRoute({
  name: 'endPost',
  method: 'POST',
  path: '/api/posts/:id/end',
  roles: KEEPERS,
  params: z.object({ id }),
  body: z.object({ day, reason }),
  response: z.object({}),
  errors: [
    'request.not-found',
    'post.not-allowed',
    'post.last-keeper',
    'reorganise.day-ahead',
    'reorganise.written-later',
  ],
})
/** The leaver's posts and open import drafts go to the successor; the leaver is signed out and can sign in no more. */
export const handOverPosts = defineRoute({
  name: 'handOverPosts',
  method: 'POST',
  path: '/api/persons/:id/hand-over',
  roles: KEEPERS,
  params: z.object({ id }),
  body: z.object({ to: id, day, reason }),
  response: z.object({ posts: integer, drafts: integer, sessions: integer }),
  errors: [
    'request.not-found',
    'post.not-allowed',
    'person.self',
    'person.self-successor',
    'person.no-posts',
    'person.no-account',
    'reorganise.day-ahead',
    'reorganise.written-later',
  ],
})
/** A one-time slip in place of the password, which is void at once, as are the person's sessions. */
export const resetPassword = defineRoute({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/persons/:id/reset',
  roles: [...ROLES],
  params: z.object({ id }),
  body: z.object({ address }),
  response: z.object({ slip }),
  errors: ['request.not-found', 'post.not-allowed', 'person.no-account'],
})
/** One's own; other sessions end. */
export const changePassword = defineRoute({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/session/password',
  roles: [...ROLES],
  body: z.object({ old: z.string().min(1).max(256), password: z.string().min(1).max(256) }),
  response: z.object({}),
  errors: ['password.wrong', 'password.too-short', 'session.slow-down'],
})
