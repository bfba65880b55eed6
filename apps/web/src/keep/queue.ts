/** Why something waits: no answer came, the server has a fault, or nobody is signed in any more. */
export type Why = 'network' | 'server' | 'session'

/** The server will not take it as it is, in its own words: a person must look. */
export interface Held {
  readonly why: 'conflict' | 'refused'
  /** Of the contract. */
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** What waits on this device for one return. */
export interface Waiting {
  readonly key: string
  readonly account: string
  readonly unit: string
  readonly period: string
  /** Moment of submitting, `YYYY-MM-DDTHH:mm:ss…Z`. */
  readonly at: string
  readonly tries: number
  readonly held?: Held
}

/** One submission that the server has not answered. The key stays with it, so that sending it again writes nothing twice. */
export interface Unsent<Body = unknown> extends Waiting {
  readonly body: Body
}

/** A photo whose bytes lie beside it. The server knows files by their hash: sent twice it is kept once. */
export interface UnsentPhoto extends Waiting {
  readonly project: string
  readonly projectName: string
  /** Of the file. */
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
}

export type Answer =
  | { readonly kind: 'taken' }
  /** `why` is absent where the one who asked cannot tell. */
  | { readonly kind: 'offline'; readonly why?: Why }
  | ({ readonly kind: 'conflict' | 'refused' } & Omit<Held, 'why'>)

export type Queue<Body = unknown> = readonly Unsent<Body>[]

type OfReturn = Pick<Waiting, 'account' | 'unit' | 'period'>
export const sameReturn = (a: OfReturn, b: OfReturn) =>
  a.account === b.account && a.unit === b.unit && a.period === b.period

/** Oldest first; of one return nothing overtakes what was submitted before it, nor the photos that belong to it. */
export function nextToSend<Body>(
  queue: Queue<Body>,
  account: string,
  tried: ReadonlySet<string>,
  photos: readonly OfReturn[] = [],
): Unsent<Body> | undefined {
  const own = inOrder(queue).filter(one => one.account === account)
  return own.find(
    (one, place) =>
      !one.held &&
      !tried.has(one.key) &&
      !photos.some(photo => sameReturn(photo, one)) &&
      !own.slice(0, place).some(earlier => sameReturn(earlier, one)),
  )
}

/** One that is held keeps no other back. */
export const nextPhoto = (photos: readonly UnsentPhoto[], account: string, tried: ReadonlySet<string>) =>
  inOrder(photos).find(one => one.account === account && !one.held && !tried.has(one.key))

export const inOrder = <One extends Waiting>(all: readonly One[]): One[] =>
  [...all].sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1))

/** Taken ones leave; what the server holds against one stays with it until a person decides. */
export function afterAnswer<One extends Waiting>(all: readonly One[], key: string, answer: Answer): One[] {
  if (answer.kind === 'taken') return all.filter(one => one.key !== key)
  return all.map(one => {
    if (one.key !== key) return one
    const tried = { ...one, tries: one.tries + 1 }
    if (answer.kind === 'offline') return tried
    const { kind: why, code, zh, en } = answer
    return { ...tried, held: { why, code, zh, en } }
  })
}

/** To be sent again as it is, after a person has looked. */
export const released = <One extends Waiting>(one: One): One => ({ ...one, held: undefined })

export const countOf = (all: readonly Waiting[], account: string) => {
  const own = all.filter(one => one.account === account)
  const held = own.filter(one => one.held).length
  return { waiting: own.length - held, held }
}
