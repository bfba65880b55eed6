import { dayFromNumber, dayNumber, type PeriodKind, periodKind, periodOf, periodSpan } from '@guatu/kernel'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../testing/index.ts'

const database = await testDatabase()

/** By the database: first and last day of each; nulls for what it takes for no period. */
async function spans(texts: readonly string[]) {
  const { rows } = await sql<{ start: string | null; end: string | null }>`
    select guatu_period_start(text) as start, guatu_period_end(text) as end
    from unnest(${texts}::text[]) with ordinality as given(text, n) order by n`.execute(database.kysely)
  return rows
}
const known = (text: string) => (periodKind(text) ? periodSpan(text) : { start: null, end: null })

const KINDS: readonly PeriodKind[] = [
  ...(['year', 'half', 'quarter', 'month', 'half-month', 'ten-days', 'week', 'day'] as const),
]
const period = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.integer({ min: dayNumber('0001-01-08'), max: dayNumber('9998-12-31') }).map(dayFromNumber),
  )
  .map(([kind, day]) => periodOf(kind, day))

it('is the span of the kernel, for periods of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(period, { minLength: 400, maxLength: 500 }), async texts => {
      expect(await spans(texts)).toEqual(texts.map(periodSpan))
    }),
    { numRuns: 10 },
  )
})

it('takes for a period what the kernel takes for one', async () => {
  const digit = fc.constantFrom(...'0123456789')
  const piece = fc.oneof(
    digit,
    digit,
    fc.constantFrom('-', 'H', 'Q', 'W', 'F', 'T', '-W', '-Q', '-H', '-F', '-T', ' ', '\n', '２', 'x'),
  )
  const near = fc.tuple(fc.constantFrom('2023', '2024', '2020', '202'), fc.array(piece, { maxLength: 6 }))
  const part = fc
    .tuple(fc.constantFrom('-', '-H', '-Q', '-W', '-T', '-F', '-05-F', '-13-T', '-02-'), fc.nat(60))
    .map(([sign, n]) => `2024${sign}${n}`)
  const text = fc.oneof(
    near.map(([year, rest]) => year + rest.join('')),
    part,
    part.map(given => given.replace(/(\D)(\d)$/, '$10$2')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 400, maxLength: 500 }), async texts => {
      expect(await spans(texts)).toEqual(texts.map(known))
    }),
    { numRuns: 10 },
  )
})

it('knows every day and week at the edges of years, and none that there is not', async () => {
  const years = ['2004', '2009', '2015', '2020', '2024', '2026', '1900', '2000', '2100']
  const two = (n: number) => String(n).padStart(2, '0')
  const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => two(i))
  const texts = years.flatMap(year => [
    ...upTo(54).map(week => `${year}-W${week}`),
    ...['01', '02', '04', '12', '13', '00'].flatMap(month => [
      ...upTo(32).map(day => `${year}-${month}-${day}`),
      ...[0, 1, 2, 3, 4].flatMap(n => [`${year}-${month}-F${n}`, `${year}-${month}-T${n}`]),
    ]),
  ])
  expect(await spans(texts)).toEqual(texts.map(known))
})
