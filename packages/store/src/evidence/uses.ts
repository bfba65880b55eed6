import type { Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { visibleProjects } from '../scope/visible.ts'
import { asAll } from '../scope/within.ts'
import { evidenceUses } from './evidence.ts'

/** A use of a file; `project` and its name are null where the scope does not see it. */
export interface EvidenceUse {
  readonly sha256: string
  readonly period: Period
  readonly project: string | null
  readonly projectName: string | null
}

/** Every use of these files in the jurisdiction, the first first: that a photo was used is told to whoever uses it again. */
export async function everyUse(tx: ScopedTx, hashes: readonly string[]): Promise<EvidenceUse[]> {
  if (hashes.length === 0) return []
  const uses = await asAll(tx, all => evidenceUses(all, hashes))
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, body ->> 'name' as name from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and id = any (${uses.map(one => one.project)}::text[])
      and ${visibleProjects(tx)}`.execute(tx.db)
  const seen = new Map(rows.map(({ id, name }) => [id, name ?? id]))
  return uses.map(({ sha256, period, project }) => ({
    sha256,
    period,
    project: seen.has(project) ? project : null,
    projectName: seen.get(project) ?? null,
  }))
}
