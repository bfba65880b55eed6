import {
  type Columns,
  type FieldId,
  type MembershipFact,
  membershipsOf,
  type ProjectFact,
  planColumns,
} from '@guatu/domain'
import { compareText } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects, visibleProjects } from '../scope/visible.ts'
import { factsInForce, type InForce, type Moment } from './in-force.ts'
import { somethingLater } from './projects.ts'
import { readReturns } from './read-returns.ts'
import { surroundings } from './surroundings.ts'

/** What `readFacts` gives, in columns and of some fields only: for judging all projects at once. */
export async function readColumns(
  tx: ScopedTx,
  moment: Moment,
  fields: readonly FieldId[],
): Promise<Columns> {
  const { jurisdiction, settings, reported, units } = await surroundings(tx, moment)
  const projected = moment.knownAt === undefined && !(await somethingLater(tx, moment))
  const plans = await (projected ? currentPlans(tx) : plansInForce(tx, moment))
  const projects = plans.projects.sort((a, b) => compareText(a.id, b.id))
  const index = new Map(projects.map(({ id }, at) => [id, at]))
  const memberships = membershipsOf({ projects, memberships: plans.memberships }, index)
  const returns = await readReturns(tx, moment, fields, index)
  return {
    jurisdiction,
    settings,
    reported,
    units,
    projects,
    memberships,
    plans: planColumns(projects, memberships),
    returns: returns.columns(projects.length),
  }
}

interface Plans {
  readonly projects: ProjectFact[]
  readonly memberships: readonly MembershipFact[]
}

async function currentPlans(tx: ScopedTx): Promise<Plans> {
  return { projects: await currentProjects(tx), memberships: await currentMemberships(tx) }
}

async function plansInForce(tx: ScopedTx, moment: Moment): Promise<Plans> {
  const facts = await factsInForce(tx, ['project', 'membership'], moment)
  const of = (word: InForce['word']) =>
    facts.filter(fact => fact.word === word).sort((a, b) => compareText(a.subject, b.subject))
  return {
    projects: of('project').map(({ subject, body }) => ({ ...body, id: subject }) as unknown as ProjectFact),
    memberships: of('membership').map(({ body }) => body as unknown as MembershipFact),
  }
}

async function currentProjects(tx: ScopedTx): Promise<ProjectFact[]> {
  const { rows } = await sql<{ id: string; body: ProjectFact }>`
    select id, body from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${visibleProjects(tx)}`.execute(
    tx.db,
  )
  return rows.map(({ id, body }) => ({ ...body, id }))
}

async function currentMemberships(tx: ScopedTx): Promise<MembershipFact[]> {
  const { rows } = await sql<{ id: string; body: MembershipFact }>`
    select id, body from membership
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${ofVisibleProjects(tx)}`.execute(
    tx.db,
  )
  return rows.sort((a, b) => compareText(a.id, b.id)).map(({ body }) => body)
}
