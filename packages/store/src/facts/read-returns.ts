import { type FieldId, type FieldValue, ReturnsBuilder } from '@guatu/domain'
import { CompiledQuery, type SqlBool, sql } from 'kysely'
import { CopiedRow } from '../database/copied-row.ts'
import type { TakeRow } from '../database/copy-out.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { type AskedField, askedField } from './asked.ts'
import { foldedReturns } from './fold.ts'
import type { Moment } from './in-force.ts'

/**
 * Figures of some fields of the indexed projects, row by row as PostgreSQL has them and in its own binary form: nothing
 * is put together or taken apart on the way.
 */
export async function readReturns(
  tx: ScopedTx,
  moment: Moment,
  fields: readonly FieldId[],
  index: ReadonlyMap<string, number>,
): Promise<ReturnsBuilder> {
  const returns = new ReturnsBuilder()
  const asked = fields.map(askedField)
  const columns = asked.flatMap(({ value, seq }) => [value, seq])
  const { sql: text } = sql`
    copy (select ${sql.join([sql`project_id`, sql`period`, ...columns])}
      from ${returnsAt(tx, moment)}) to stdout (format binary)`.compile(tx.db)
  await tx.db.executeQuery(CompiledQuery.raw(text.trim(), [taking(returns, asked, index)]))
  return returns
}

/** `copy` takes no parameters. */
function returnsAt({ scope }: ScopedTx, { asOf, knownAt }: Moment) {
  const ended = sql<SqlBool>`jurisdiction_id = ${sql.lit(scope.jurisdiction)} and period_end <= ${sql.lit(asOf)}`
  if (knownAt === undefined) return sql`current where ${ended} and figures <> '{}'`
  return sql`(${foldedReturns(sql<SqlBool>`${ended} and seq <= ${sql.lit(knownAt)}`)}) returns`
}

function taking(
  returns: ReturnsBuilder,
  asked: readonly AskedField[],
  index: ReadonlyMap<string, number>,
): TakeRow {
  const copied = new CopiedRow()
  const columns = asked.map(({ id, kind }) => ({
    kind,
    field: returns.field(id),
    source: returns.source(id),
  }))
  return bytes => {
    if (!copied.of(bytes)) return
    const project = index.get(copied.text() ?? '')
    const period = copied.text()
    if (project === undefined || period === undefined) return
    const row = returns.add(project, period)
    for (const { kind, field, source } of columns) {
      const value = kind === 'json' ? (copied.json() as FieldValue | undefined) : copied[kind]()
      const seq = copied.integer()
      if (value === undefined) continue
      field.set(row, value)
      if (seq !== undefined) source.set(row, seq)
    }
  }
}
