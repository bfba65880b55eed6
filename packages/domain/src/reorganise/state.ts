import { type Day, fault, ok, type PeriodKind, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Facts, ProjectFact, UnitFact } from '../facts/index.ts'
import { type EntryToWrite, type FactToWrite, nameKey } from '../import/index.ts'
import type { PostFact } from '../person/index.ts'

/** All that a reorganisation is decided from: the whole jurisdiction as it stands today. */
export interface ReorganiseState {
  readonly facts: Facts
  readonly posts: readonly PostFact[]
  readonly scheme: Scheme
  readonly today: Day
  /** Period in which returns are made. */
  readonly returnPeriod: PeriodKind
  /** The latest day from which something written of a subject holds; undefined when nothing was. */
  readonly latest: (word: FactToWrite['word'], subject: string) => Day | undefined
}

/** What one change writes, and what the person who makes it should know. */
export interface Step {
  readonly facts: readonly FactToWrite[]
  readonly entries: readonly EntryToWrite[]
  readonly notes: readonly Note[]
}

/** Codes: months-dropped, nature-differs, figures-wait, head-ends, post-held. */
export interface Note {
  readonly code: 'months-dropped' | 'nature-differs' | 'figures-wait' | 'head-ends' | 'post-held'
  readonly params: Readonly<Record<string, string | number>>
}

export const step = (facts: readonly FactToWrite[], rest: Partial<Step> = {}): Result<Step> =>
  ok({ facts, entries: rest.entries ?? [], notes: rest.notes ?? [] })

export function unitOf({ facts }: ReorganiseState, id: string): Result<UnitFact> {
  const unit = facts.units.find(one => one.id === id)
  return unit ? ok(unit) : fault('reorganise.unit-unknown')
}

export function projectOf({ facts }: ReorganiseState, id: string): Result<ProjectFact> {
  const project = facts.projects.find(one => one.id === id)
  return project ? ok(project) : fault('reorganise.project-unknown')
}

/** A name that no other unit goes by, now or formerly: an import would not know whom it means. */
export function freeUnitName({ facts }: ReorganiseState, name: string, own?: string): Result<string> {
  const key = nameKey(name)
  const taken = facts.units.some(
    unit => unit.id !== own && [unit.name, ...(unit.aliases ?? [])].some(one => nameKey(one) === key),
  )
  return taken ? fault('reorganise.name-taken', { name }) : ok(name)
}

export function freeProjectName({ facts }: ReorganiseState, name: string, own?: string): Result<string> {
  const key = nameKey(name)
  const taken = facts.projects.some(one => one.id !== own && nameKey(one.name) === key)
  return taken ? fault('reorganise.name-taken', { name }) : ok(name)
}

/** Names one after another, each once, without the one that is in use. */
export function otherNames(current: string, ...groups: (readonly string[] | undefined)[]): string[] {
  return [...new Set(groups.flatMap(group => group ?? []))].filter(name => nameKey(name) !== nameKey(current))
}

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

export function unitToWrite({ id, ...body }: UnitFact, effectiveFrom: Day, removed = false): FactToWrite {
  return { word: 'unit', subject: id, effectiveFrom, body: without(body), ...(removed ? { removed } : {}) }
}

export function projectToWrite(
  { id, ...body }: ProjectFact,
  effectiveFrom: Day,
  removed = false,
): FactToWrite {
  const fact = { word: 'project', subject: id, project: id, effectiveFrom, body: without(body) } as const
  return removed ? { ...fact, removed } : fact
}
