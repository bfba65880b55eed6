import { type Role, role } from '@guatu/contract'
import {
  type Database,
  type Holder,
  holderOf,
  type Jurisdiction,
  type Reads,
  readScope,
  type Scope,
  sessionByToken,
} from '@guatu/store'

/** Who calls, under which post. */
export interface Session {
  readonly token: string
  readonly account: string
  readonly person: string
  readonly name: string
  readonly jurisdiction: Jurisdiction
  readonly posts: readonly HeldPost[]
  readonly post: HeldPost
  readonly scope: Scope
}

export interface HeldPost {
  readonly id: string
  readonly role: Role
  readonly unit: string
  readonly unitName: string
  /** 单位负责人 */
  readonly head: boolean
}

/** What a post may see: a reporter own projects, an administrator none, the others the whole jurisdiction. */
export function readsOf(post: Pick<HeldPost, 'role' | 'unit'>): Reads {
  if (post.role === 'reporter') return { units: [post.unit] }
  if (post.role === 'administrator') return { projects: [] }
  return 'all'
}

/** Undefined when the token is not of a living session, or its person holds no post. */
export async function findSession(
  database: Database,
  token: string,
  chosenPost: string | undefined,
): Promise<Session | undefined> {
  const caller = await sessionByToken(database, token)
  return caller && sessionFrom({ ...caller.session, token }, caller.holder, chosenPost)
}

export interface Identity {
  readonly jurisdiction: string
  readonly person: string
  readonly login: string
  readonly token: string
}

/** Under the chosen post, else the first. Undefined when the person holds none. */
export function sessionOf(
  database: Database,
  identity: Identity,
  chosenPost?: string,
): Promise<Session | undefined> {
  const { jurisdiction, person } = identity
  const bare: Scope = { jurisdiction, person, reads: { projects: [] } }
  return readScope(database, bare, async tx => sessionFrom(identity, await holderOf(tx), chosenPost))
}

function sessionFrom(
  { jurisdiction, person, login, token }: Identity,
  holder: Holder,
  chosenPost: string | undefined,
): Session | undefined {
  const held = holder.posts.flatMap(heldPost)
  const post = held.find(one => one.id === chosenPost) ?? held[0]
  if (!post) return undefined
  const scope = { jurisdiction, person, reads: readsOf(post) }
  const { name = login, jurisdiction: home } = holder
  return { token, account: login, person, name, jurisdiction: home, posts: held, post, scope }
}

function heldPost(post: Holder['posts'][number]): HeldPost[] {
  const known = role.safeParse(post.role)
  if (!known.success) return []
  const { unitName = post.unit } = post
  return [{ id: post.id, role: known.data, unit: post.unit, unitName, head: post.head ?? false }]
}
