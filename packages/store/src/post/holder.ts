import { must } from '@guatu/kernel'
import { type RawBuilder, sql } from 'kysely'
import { type Jurisdiction, type JurisdictionRow, jurisdictionOf } from '../jurisdiction/jurisdiction.ts'
import type { ScopedTx } from '../scope/scope.ts'
import type { Post } from './post.ts'

/** All that a request must know of the person who asks. */
export interface Holder {
  readonly jurisdiction: Jurisdiction
  /** Absent when the ledger holds no such person. */
  readonly name?: string
  /** By id, each with the name of its unit where that is known. */
  readonly posts: readonly (Post & { readonly unitName?: string })[]
}

/** The person whose scope it is. */
export async function holderOf(tx: ScopedTx): Promise<Holder> {
  const { rows } = await selectHolder.execute(tx.db)
  return holder(must(rows[0], `jurisdiction ${tx.scope.jurisdiction}`))
}

/**
 * In one query, since every request asks it. By the settings of the transaction and not by parameters, so that it can go
 * in one message with what sets them.
 */
export const HOLDER = `
  select id, name, parent_id, business_date,
    (select case when removed then null else body ->> 'name' end from fact
      where fact.jurisdiction_id = jurisdiction.id and word = 'person'
        and subject_id = current_setting('guatu.person', true)
      order by effective_from desc, fact.seq desc limit 1) as person_name,
    array(select jsonb_build_object('id', post.id, 'body', post.body, 'unit', unit.body -> 'name')
      from post left join unit on unit.jurisdiction_id = post.jurisdiction_id
        and unit.id = post.body ->> 'unit' and not unit.removed
      where post.jurisdiction_id = jurisdiction.id and person_id = current_setting('guatu.person', true)
        and not post.removed
      order by post.id) as posts
  from jurisdiction where id = current_setting('guatu.jurisdiction', true)`
const selectHolder: RawBuilder<HolderRow> = sql.raw(HOLDER)

export interface HolderRow extends JurisdictionRow {
  readonly person_name: string | null
  readonly posts: readonly PostRow[]
}

interface PostRow {
  readonly id: string
  readonly body: Omit<Post, 'id'>
  readonly unit: string | null
}

export const holder = (row: HolderRow): Holder => ({
  jurisdiction: jurisdictionOf(row),
  name: row.person_name ?? undefined,
  posts: row.posts.map(({ id, body, unit }) => ({ ...body, id, unitName: unit ?? undefined })),
})
