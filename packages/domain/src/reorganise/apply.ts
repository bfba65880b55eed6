import { groupBy } from '@guatu/kernel'
import { subjectKey } from '../entry/index.ts'
import type { Facts, FieldValue, MembershipFact, ProjectFact, ReturnFact, UnitFact } from '../facts/index.ts'
import type { FactToWrite, Writes } from '../import/index.ts'
import type { PostFact } from '../person/index.ts'

export interface Standing {
  readonly facts: Facts
  readonly posts: readonly PostFact[]
}

/** What stands once the writes hold. */
export function applyWrites({ facts, posts }: Standing, writes: Writes): Standing {
  const of = groupBy(writes.facts, fact => fact.word)
  const projects = replaced<ProjectFact>(facts.projects, one => one.id, of.get('project'))
  const known = new Set(projects.map(one => one.id))
  const memberships = replaced<MembershipFact & { id?: string }>(
    facts.memberships,
    placeKey,
    of.get('membership'),
  )
  return {
    facts: {
      ...facts,
      units: replaced<UnitFact>(facts.units, one => one.id, of.get('unit')),
      projects,
      memberships: memberships.filter(one => known.has(one.project)).map(({ id: _, ...one }) => one),
      returns: withEntries(facts.returns, writes.entries).filter(one => known.has(one.project)),
    },
    posts: replaced<PostFact>(posts, one => one.id, of.get('post')),
  }
}

const placeKey = ({ project, list, year }: MembershipFact) => `${project}/${list}/${year ?? ''}`

function replaced<T>(all: readonly T[], idOf: (one: T) => string, written: readonly FactToWrite[] = []): T[] {
  const kept = new Map(all.map(one => [idOf(one), one]))
  for (const { subject, body, removed } of written) {
    if (removed) kept.delete(subject)
    else kept.set(subject, { ...body, id: subject } as T)
  }
  return [...kept.values()]
}

function withEntries(returns: readonly ReturnFact[], entries: Writes['entries']): ReturnFact[] {
  const kept = new Map(returns.map(one => [`p ${one.project} ${one.period}`, one]))
  for (const { subject, period, figures } of entries) {
    if (subject.kind !== 'project') continue
    const key = `${subjectKey(subject)} ${period}`
    const now: Record<string, FieldValue> = { ...kept.get(key)?.figures }
    for (const [field, value] of Object.entries(figures)) {
      if (value === null) delete now[field]
      else now[field] = value
    }
    kept.set(key, { project: subject.project, period, figures: now })
  }
  return [...kept.values()]
}
