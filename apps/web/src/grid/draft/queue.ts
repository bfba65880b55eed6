/** One submission that the server has not answered. The key stays with it, so that sending it again writes nothing twice. */
export interface Unsent<Body = unknown> {
  readonly key: string
  readonly account: string
  readonly unit: string
  readonly period: string
  readonly body: Body
  /** Moment of submitting, `YYYY-MM-DDTHH:mm:ss…Z`. */
  readonly at: string
  readonly tries: number
  /** The server will not take it as it is: a person must look. */
  readonly held?: { readonly why: 'conflict' | 'refused'; readonly code: string }
}

/** `offline`: no answer came, or one that says to come again. */
export type Answer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'conflict' | 'refused'; readonly code: string }

export type Queue<Body = unknown> = readonly Unsent<Body>[]

const sameReturn = (a: Unsent, b: Unsent) =>
  a.account === b.account && a.unit === b.unit && a.period === b.period

/** Oldest first; of one return nothing overtakes what was submitted before it. */
export function nextToSend<Body>(
  queue: Queue<Body>,
  account: string,
  tried: ReadonlySet<string>,
): Unsent<Body> | undefined {
  const own = inOrder(queue).filter(one => one.account === account)
  return own.find(
    (one, place) =>
      !one.held && !tried.has(one.key) && !own.slice(0, place).some(earlier => sameReturn(earlier, one)),
  )
}

export const inOrder = <Body>(queue: Queue<Body>): Unsent<Body>[] =>
  [...queue].sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1))

/** Taken ones leave; what the server holds against a submission stays with it until a person decides. */
export function afterAnswer<Body>(queue: Queue<Body>, key: string, answer: Answer): Queue<Body> {
  if (answer.kind === 'taken') return queue.filter(one => one.key !== key)
  return queue.map(one => {
    if (one.key !== key) return one
    const tried = { ...one, tries: one.tries + 1 }
    return answer.kind === 'offline' ? tried : { ...tried, held: { why: answer.kind, code: answer.code } }
  })
}

/** To be sent again as it is, after a person has looked. */
export const released = <Body>(queue: Queue<Body>, key: string): Queue<Body> =>
  queue.map(one => (one.key === key ? { ...one, held: undefined } : one))

export const countOf = (queue: Queue, account: string) => {
  const own = queue.filter(one => one.account === account)
  const held = own.filter(one => one.held).length
  return { waiting: own.length - held, held }
}
