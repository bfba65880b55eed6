import { z } from 'zod'
import { day } from './common.ts'
import { ROLES, role } from './role.ts'
import { defineRoute } from './route.ts'

const post = z.object({
  id: z.string(),
  role,
  unit: z.string(),
  unitName: z.string(),
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  /** 单位负责人: keeps the passwords of the unit's people. */
  head: z.boolean(),
})

const measureUnit = z.object({
  unit: z.string(),
  unitEn: z.string(),
  scale: z.number().int(),
  decimals: z.number().int(),
})
const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string() })

/** What the screens must know of the plan in force: its words, colours and money. */
const vocabulary = z.object({
  scheme: z.string(),
  name: z.string(),
  nameEn: z.string(),
  currency: z.object({ code: z.string(), row: measureUnit, total: measureUnit }),
  colours: z.array(
    named.extend({
      mark: z.enum(['red', 'orange', 'yellow', 'lime', 'green', 'blue']),
      severity: z.number().int(),
      meaning: z.string(),
      meaningEn: z.string(),
    }),
  ),
  lists: z.array(named.extend({ year: z.number().int().optional() })),
  lights: z.array(named.extend({ dimension: z.string(), clause: z.string().optional() })),
  indicators: z.array(named),
  targets: z.array(named),
  cadences: z.array(named.extend({ asksReturn: z.boolean() })),
  fields: z.array(named.extend({ type: z.enum(['money', 'integer', 'rate', 'day', 'text', 'stage']) })),
  units: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  /** Period kind in which returns are made: `month` in most plans, `day` for irregular report dates. */
  returnPeriod: z.enum(['month', 'quarter', 'week', 'ten-days', 'half-month', 'day', 'year', 'half']),
})
export type Vocabulary = z.infer<typeof vocabulary>

export const me = z.object({
  person: z.string(),
  name: z.string(),
  account: z.string(),
  /** The post one acts under; the others can be changed to. */
  post,
  posts: z.array(post),
  /** Days that returns are known for, newest first: what the as-of box offers. */
  today: day,
  /** Null for an administrator, who sees no business data. */
  vocabulary: vocabulary.nullable(),
  /** What this post may do; the same table guards the routes. */
  may: z.array(z.string()),
})
export type Me = z.infer<typeof me>

export const signIn = defineRoute({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  open: true,
  roles: [...ROLES],
  body: z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(256) }),
  response: me,
  errors: ['session.wrong', 'session.slow-down'],
})
export const whoAmI = defineRoute({
  name: 'whoAmI',
  method: 'GET',
  path: '/api/session',
  roles: [...ROLES],
  response: me,
  errors: [],
})
export const changePost = defineRoute({
  name: 'changePost',
  method: 'PUT',
  path: '/api/session',
  roles: [...ROLES],
  body: z.object({ post: z.string() }),
  response: me,
  errors: ['post.not-yours'],
})
export const signOut = defineRoute({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  roles: [...ROLES],
  response: z.object({}),
  errors: [],
})

/** What an administrator sees: who holds which post, no project. */
export const postList = defineRoute({
  name: 'postList',
  method: 'GET',
  path: '/api/posts',
  roles: ['administrator'],
  response: z.object({
    units: z.array(
      z.object({ id: z.string(), name: z.string(), kind: z.string(), parent: z.string().optional() }),
    ),
    posts: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        personName: z.string(),
        account: z.string(),
        role,
        unit: z.string(),
      }),
    ),
  }),
  errors: [],
})
