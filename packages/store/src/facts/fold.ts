import type { CommonField, FieldId, FieldValue, ReturnFact } from '@guatu/domain'
import type { Period } from '@guatu/kernel'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { COLUMN_OF } from '../ledger/columns.ts'

const COMMON = Object.entries(COLUMN_OF) as [CommonField, string][]
const columns = COMMON.map(([, column]) => sql.ref(column))
const seqOf = (column: string) => sql.ref(`${column}_seq`)
const list = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts)

/** Of the entries that name the field the last; PostgreSQL sorts once for all that ask for the same order. */
const lastOf = (field: CommonField, column: string) => sql`
  (array_agg(${sql.ref(column)} order by seq desc) filter (where ${names(field, column)}))[1] as ${sql.ref(column)},
  max(seq) filter (where ${names(field, column)}) as ${seqOf(column)}`

/** A figure that is there was named; only an entry that takes something back is asked which ones. */
const names = (field: CommonField, column: string) =>
  sql`${sql.ref(column)} is not null or (takes_back and ${sql.lit(field)} = any (named))`

const known = ([, column]: [
  CommonField,
  string,
]) => sql`${sql.ref(column)}${isDay(column) ? sql`::text` : sql``},
  case when ${sql.ref(column)} is not null then ${seqOf(column)} end as ${seqOf(column)}`
const isDay = (column: string) => column.endsWith('_on')

/** Fields that schemes add, of entries from the last to the first: of equal keys the last wins in jsonb. */
const extra = (value: RawBuilder<unknown>) => sql`coalesce(jsonb_strip_nulls((
  select jsonb_object_agg(key, ${value} order by at desc)
  from unnest(extras, extra_seqs) with ordinality as one(extra, seq, at), jsonb_each(one.extra))), '{}')`

const object = (value: (column: string) => RawBuilder<unknown>) =>
  sql`jsonb_strip_nulls(jsonb_build_object(${list(COMMON.map(([field, column]) => sql`${sql.lit(field)}::text, ${value(column)}`))}))`
const figures = sql`${object(sql.ref)} || ${extra(sql`value`)}`
const sources = sql`${object(column => sql`case when ${sql.ref(column)} is not null then ${seqOf(column)} end`)}
  || ${extra(sql`case when value <> 'null' then seq end`)}`

/**
 * Entries of projects folded, as `foldEntries` and `toFacts` of the domain do: a correction changes what it names, null
 * takes back, and a period of which all was taken back is not there.
 */
const folded = (entries: Expression<SqlBool>) => sql`(
  select project_id, period, ${list(COMMON.map(([field, column]) => lastOf(field, column)))},
    array_agg(extra order by seq desc) filter (where extra <> '{}') as extras,
    array_agg(seq order by seq desc) filter (where extra <> '{}') as extra_seqs
  from (
    select project_id, period, seq, named, extra, ${list(columns)},
      cardinality(named) > num_nonnulls(${list(columns)}) as takes_back
    from entry where project_id is not null and ${entries}) said
  group by project_id, period) folded
where num_nonnulls(${list(columns)}) > 0 or (extras is not null and ${extra(sql`value`)} <> '{}')`

/** Returns with the columns of `current`. */
export const foldedReturns = (entries: Expression<SqlBool>) => sql`
  select project_id, period, ${list(COMMON.map(known))}, ${figures} as figures, ${sources} as sources
  from ${folded(entries)}`

/** What a return says, in one value: objects only where a scheme's own fields are among it, and all common ones. */
export type ReturnParts = readonly [
  Period,
  figures: ReturnFact['figures'] | null,
  sources: ReturnFact['sources'] | null,
  ...common: (FieldValue | null)[],
]

export const foldedParts = (entries: Expression<SqlBool>) => sql`
  select period, json_build_array(period,
    case when extras is not null then ${figures} end, case when extras is not null then ${sources} end,
    ${list(COMMON.flatMap(([, column]) => [sql.ref(column), seqOf(column)]))}) as parts
  from ${folded(entries)}`

/** Of a common field that is there, figure and seq follow each other. */
export function returnOf(project: string, [period, figures, sources, ...common]: ReturnParts): ReturnFact {
  if (figures && sources) return { project, period, figures, sources }
  const own: Writable = { figures: {}, sources: {} }
  for (const [at, [field]] of COMMON.entries()) {
    const figure = common[at * 2]
    if (figure === null || figure === undefined) continue
    own.figures[field] = figure
    own.sources[field] = Number(common[at * 2 + 1])
  }
  return { project, period, ...own }
}

interface Writable {
  readonly figures: Record<FieldId, FieldValue>
  readonly sources: Record<FieldId, number>
}
