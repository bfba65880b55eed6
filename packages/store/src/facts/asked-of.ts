import type { Facts, MembershipFact, ProjectFact, ReturnFact } from '@guatu/domain'
import type { Day, Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects, visibleProjects } from '../scope/visible.ts'
import { factsInForce } from './in-force.ts'
import { somethingLater } from './projects.ts'
import { type SeenSeq, seenSeq } from './seen-seq.ts'

export type AskedFacts = Pick<Facts, 'projects' | 'memberships' | 'returns'>

/**
 * What decides which projects are asked of whom: projects and lists that the scope sees, without figures. `stages`: also
 * the stage that each return told, for cadences that ask by it.
 */
export async function askedFacts(tx: ScopedTx, asOf: Day, stages: boolean): Promise<AskedFacts> {
  const returns = stages ? await stagesTold(tx, asOf) : []
  if (await somethingLater(tx, { asOf })) return { ...(await fromLedger(tx, asOf)), returns }
  const projects = await sql<{ id: string; body: ProjectFact }>`
    select id, body from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${visibleProjects(tx)}`.execute(
    tx.db,
  )
  const memberships = await sql<{ body: MembershipFact }>`
    select body from membership
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${ofVisibleProjects(tx)}`.execute(
    tx.db,
  )
  return {
    projects: projects.rows.map(({ id, body }) => ({ ...body, id })),
    memberships: memberships.rows.map(({ body }) => body),
    returns,
  }
}

async function fromLedger(tx: ScopedTx, asOf: Day): Promise<Pick<AskedFacts, 'projects' | 'memberships'>> {
  const facts = await factsInForce(tx, ['project', 'membership'], { asOf })
  const of = (word: string) => facts.filter(fact => fact.word === word)
  return {
    projects: of('project').map(({ subject, body }) => ({ ...body, id: subject }) as unknown as ProjectFact),
    memberships: of('membership').map(({ body }) => body as unknown as MembershipFact),
  }
}

async function stagesTold(tx: ScopedTx, asOf: Day): Promise<ReturnFact[]> {
  const { rows } = await sql<{ project: string; period: Period; stage: string }>`
    select project_id as project, period, stage from current
    where jurisdiction_id = ${tx.scope.jurisdiction} and stage is not null and period_end <= ${asOf}
      and ${ofVisibleProjects(tx)}`.execute(tx.db)
  return rows.map(({ project, period, stage }) => ({ project, period, figures: { stage } }))
}

/** Projects that have a figure of one of the periods, as `period project`. */
export async function reportedIn(tx: ScopedTx, periods: readonly Period[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ project: string; period: Period }>`
    select project_id as project, period from current
    where jurisdiction_id = ${tx.scope.jurisdiction} and period = any (${periods}::text[]) and figures <> '{}'
      and ${ofVisibleProjects(tx)}`.execute(tx.db)
  return new Set(rows.map(({ project, period }) => `${period} ${project}`))
}

/** Seq of the last write of a project or of a list that one is on: the same seq, the same of both. */
export const projectsSeq = (tx: ScopedTx): Promise<SeenSeq> => seenSeq(tx, 'project', 'membership')
