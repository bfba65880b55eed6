import { type Side, withEarlier } from '@guatu/domain'
import { canonicalJson } from '@guatu/kernel'
import type { App } from '../app.ts'
import { viewOf } from '../picture/reader.ts'
import type { Session } from '../session/session.ts'
import { earlierRows } from './earlier.ts'
import type { Since } from './since.ts'

export interface Before {
  readonly side: Side
  /** The standing that the side leans on. */
  readonly leansOn: object
  /** The only projects that differ from it. */
  readonly earlier: ReadonlyMap<string, unknown>
}

/**
 * What the reader would have seen at that moment of the projects that are the reader's today. Must be used without
 * waiting for anything else: it leans on living standings.
 */
export async function beforeOf(
  app: App,
  { jurisdiction, scope }: Session,
  { asOf, seq }: Pick<Since, 'asOf' | 'seq'>,
  knownAt: number | undefined,
): Promise<Before> {
  const at = async (known: number | undefined) => {
    const { held } = await app.standings.at(
      jurisdiction,
      { asOf, knownAt: known },
      app.now(),
      () => undefined,
    )
    return viewOf(app, scope, held)
  }
  const whole = async (known: number | undefined): Promise<Before> => {
    const { view } = await at(known)
    return { side: view, leansOn: view, earlier: new Map() }
  }
  if (seq === null) return whole(knownAt)
  if (knownAt !== undefined) return whole(Math.min(seq, knownAt))
  const { held, view } = await at(undefined)
  const rows = await earlierRows(app, jurisdiction.id, held, seq)
  if (!rows) return whole(seq)
  const sees =
    scope.reads === 'all' ? undefined : held.standing.kept(canonicalJson(scope.reads))?.sees.projects
  const earlier = new Map([...rows].filter(([id]) => scope.reads === 'all' || sees?.has(id)))
  return { side: withEarlier(view, earlier), leansOn: view, earlier }
}
