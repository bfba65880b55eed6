import type { Bar } from '@guatu/contract'
import {
  type AskedReturn,
  type Facts,
  PUBLISHED_CALENDAR,
  type ReturnState,
  reviewRoute,
} from '@guatu/domain'
import type { Day, Period } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import {
  headSeq,
  type Jurisdiction,
  type ReturnState as ReturnRecord,
  type ScopedTx,
  settingsInForce,
} from '@guatu/store'
import type { App } from '../app.ts'
import { type KeptScheme, schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import { barOf } from '../picture/bar.ts'
import type { Session } from '../session/session.ts'
import { askingFrom } from './from.ts'
import type { Structure } from './structure.ts'

/** What decides what is asked of whom, as the scope sees it now. */
export interface Known extends Pick<Structure, 'units' | 'held' | 'tree'> {
  readonly today: Day
  readonly scheme: Scheme
  readonly kept: KeptScheme
  readonly facts: Facts
}

export async function knownNow(app: App, tx: ScopedTx, jurisdiction: Jurisdiction): Promise<Known> {
  const today = await todayOf(tx, jurisdiction, app.now())
  const kept = await schemeAt(tx, { asOf: today })
  const settings = await settingsInForce(tx, { asOf: today })
  const scheme = askingFrom(kept.scheme, settings)
  const byStage = scheme.cadences.some(cadence => cadence.asksReturn && cadence.work !== undefined)
  const asked = await app.askedProjects.now(tx, today, byStage)
  const { units, held, tree } = await app.structures.now(tx)
  const facts = { jurisdiction: jurisdiction.id, units, reported: [], settings, ...asked }
  return { today, scheme, kept, facts, units, held, tree }
}

/** The bar of a page that shows no judged figures, and so waits for none to be judged. */
export async function barNow(tx: ScopedTx, session: Session, { scheme, today, facts }: Known): Promise<Bar> {
  const synthetic = facts.projects.some(one => one.synthetic)
  return barOf(session, { scheme, asOf: today, knownAt: undefined, today, seq: await headSeq(tx), synthetic })
}

export const CALENDAR = PUBLISHED_CALENDAR

/** What fell due longer ago than this is looked for on the page of its period. */
export const DAYS_BACK = 62

/** Units that a return passes on its way to the office, nearest first. */
export function routeOf({ tree, held }: Pick<Known, 'tree' | 'held'>, unit: string): string[] {
  const of = (role: string) => new Set(held.filter(post => post.role === role).map(post => post.unit))
  return reviewRoute(unit, tree, of('reporter'), of('dispatcher'))
}

export const nameOf = ({ units }: Pick<Known, 'units'>, unit: string): string =>
  units.find(one => one.id === unit)?.name ?? unit

/** The state that the core moves, of what the store keeps. */
export const stateOf = (record: ReturnRecord | undefined): ReturnState | undefined =>
  record && (record.body as unknown as ReturnState)

export const keyOf = ({ unit, period }: { readonly unit: string; readonly period: Period }) =>
  `${period} ${unit}`

/** Only those of units that the scope sees: all, or own ones and below. */
export const ofSeenUnits = (tx: ScopedTx, returns: readonly AskedReturn[]): readonly AskedReturn[] =>
  tx.scope.reads === 'all' ? returns : returns.filter(one => tx.units.includes(one.unit))
