import { z } from 'zod'
import { NOTICE_KINDS } from './channel-words.ts'
import { integer } from './common.ts'
import { ROLES } from './role.ts'
import { defineRoute } from './route.ts'

const both = z.object({ zh: z.string(), en: z.string() })
const notice = z.object({
  key: z.string(),
  kind: z.enum(NOTICE_KINDS),
  title: both,
  body: both,
  /** A page of the web app. */
  link: z.string(),
  madeAt: z.string(),
  readAt: z.string().nullable(),
})
export type NoticeView = z.infer<typeof notice>

/** The newest two hundred of one's own. */
export const listNotices = defineRoute({
  name: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  roles: [...ROLES],
  response: z.object({ unread: integer, notices: z.array(notice) }),
  errors: [],
})
export const countNotices = defineRoute({
  name: 'countNotices',
  method: 'GET',
  path: '/api/notices/unread',
  roles: [...ROLES],
  response: z.object({ unread: integer }),
  errors: [],
})
/** All where no keys are given. */
export const readNotices = defineRoute({
  name: 'readNotices',
  method: 'POST',
  path: '/api/notices/read',
  roles: [...ROLES],
  body: z.object({ keys: z.array(z.string().max(500)).max(200).optional() }),
  response: z.object({ unread: integer }),
  errors: [],
})

/** Where one is reached outside the product. */
export const getReach = defineRoute({
  name: 'getReach',
  method: 'GET',
  path: '/api/reach',
  roles: [...ROLES],
  response: z.object({
    mail: z.string().nullable(),
    /** Since when one's calendar feed has its address; the address itself is shown once, when it is made. */
    feedSince: z.string().nullable(),
  }),
  errors: [],
})
export const saveMail = defineRoute({
  name: 'saveMail',
  method: 'PUT',
  path: '/api/reach/mail',
  roles: [...ROLES],
  body: z.object({ mail: z.email().max(200).nullable() }),
  response: z.object({}),
  errors: [],
})
/** A new address for the feed; the one before is void. */
export const renewFeed = defineRoute({
  name: 'renewFeed',
  method: 'POST',
  path: '/api/reach/feed',
  roles: [...ROLES],
  response: z.object({
    /** Path at this server. Whoever has it reads the feed. */
    path: z.string(),
  }),
  errors: [],
})
export const revokeFeed = defineRoute({
  name: 'revokeFeed',
  method: 'DELETE',
  path: '/api/reach/feed',
  roles: [...ROLES],
  response: z.object({}),
  errors: [],
})
const part = z.string().min(1).max(200)
/** Due days as iCalendar, for calendars that sign in nowhere: the token in the address is the key. */
export const getCalendar = defineRoute({
  name: 'getCalendar',
  method: 'GET',
  path: '/api/calendar/:jurisdiction/:person/:token',
  roles: [],
  open: true,
  params: z.object({ jurisdiction: part, person: part, token: part }),
  gives: 'bytes',
  response: z.unknown(),
  errors: ['request.not-found'],
})
