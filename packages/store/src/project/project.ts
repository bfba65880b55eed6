import type { MembershipFact, ProjectFact } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { visibleProjects } from '../scope/visible.ts'

export function projectFact({ id, ...body }: ProjectFact, effectiveFrom: Day): NewFact {
  return { word: 'project', subject: id, project: id, effectiveFrom, body }
}

/** A project is on a list once a plan year. */
export function membershipFact(membership: MembershipFact, effectiveFrom: Day): NewFact {
  const { project, list, year } = membership
  return {
    word: 'membership',
    subject: `${project}/${list}/${year ?? ''}`,
    project,
    effectiveFrom,
    body: membership,
  }
}

/** As it stands now; undefined when there is none that the scope sees. */
export async function projectById(tx: ScopedTx, id: string): Promise<ProjectFact | undefined> {
  const row = await tx.db
    .selectFrom('project')
    .select('body')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('id', '=', id)
    .where('removed', '=', false)
    .where(visibleProjects(tx))
    .executeTakeFirst()
  return row && ({ ...row.body, id } as ProjectFact)
}

/** Whether there is, or was, such a project that the scope sees. */
export async function projectEver(tx: ScopedTx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('project')
    .select('id')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('id', '=', id)
    .where(visibleProjects(tx))
    .executeTakeFirst()
  return row !== undefined
}
