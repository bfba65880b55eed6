import { CompiledQuery, sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../testing/index.ts'
import { CopiedRow } from './copied-row.ts'
import type { TakeRow } from './copy-out.ts'

const database = await testDatabase()
const copy = (query: string, take: TakeRow) =>
  database.kysely.executeQuery(CompiledQuery.raw(`copy (${query}) to stdout (format binary)`, [take]))

it('reads what was asked for, row by row', async () => {
  const copied = new CopiedRow()
  const rows: unknown[] = []
  await copy(
    `select n, t, j from (values
      (1, 9007199254740991::bigint, '2023-05', '{"a": [1, "项目"]}'::jsonb),
      (2, -9007199254740991, '', '0'),
      (3, 4294967296, '三十个字以上的长文字不与别的行共用也要原样读出来才行', 'null'),
      (4, -1, '2023-05', '"x"'),
      (5, null, null, null)) of (at, n, t, j) order by at`,
    bytes => {
      if (copied.of(bytes)) rows.push([copied.integer(), copied.text(), copied.json()])
    },
  )
  expect(rows).toEqual([
    [9007199254740991, '2023-05', { a: [1, '项目'] }],
    [-9007199254740991, '', 0],
    [4294967296, '三十个字以上的长文字不与别的行共用也要原样读出来才行', null],
    [-1, '2023-05', 'x'],
    [undefined, undefined, undefined],
  ])
})

it.each(['9007199254740992', '-9007199254740992'])('refuses %s, which a number cannot hold', async n => {
  const copied = new CopiedRow()
  const reading = copy(`select ${n}::bigint`, bytes => {
    if (copied.of(bytes)) copied.integer()
  })
  await expect(reading).rejects.toThrow(`not a safe integer: ${n}`)
})

it('of no rows takes none', async () => {
  const copied = new CopiedRow()
  let taken = 0
  await copy('select 1::bigint where false', bytes => {
    if (copied.of(bytes)) taken++
  })
  expect(taken).toBe(0)
})

it('tells what went wrong, and the connection goes on', async () => {
  await database.kysely.connection().execute(async db => {
    const on = (query: string, take: TakeRow) =>
      db.executeQuery(CompiledQuery.raw(`copy (${query}) to stdout (format binary)`, [take]))
    await expect(on('select 1 / (3 - n) from generate_series(1, 9) n', () => undefined)).rejects.toThrow(
      'division by zero',
    )
    const failing = on('select n from generate_series(1, 9) n', () => {
      throw new Error('cannot take it')
    })
    await expect(failing).rejects.toThrow('cannot take it')
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    expect(rows).toEqual([{ one: 1 }])
  })
})
