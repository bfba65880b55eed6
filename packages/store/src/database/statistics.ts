import { sql } from 'kysely'
import type { Database } from './open.ts'

/** Bytes; a smaller table is read quickly in whatever way. */
const SMALL = 1 << 18

/**
 * Lets PostgreSQL look at the tables that have more than doubled since it last did. By itself it does within a minute; until
 * then it takes a table that was just filled for an empty one and reads all lists of a jurisdiction once for each project.
 */
export async function lookAtGrown({ kysely }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and pg_relation_size(oid) > greatest(${SMALL}, 2 * relpages::bigint * current_setting('block_size')::bigint)`.execute(
    kysely,
  )
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(kysely)
}
