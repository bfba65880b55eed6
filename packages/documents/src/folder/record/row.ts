import type { Records } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import { type Cell, day, integer, money, oneOf, period, several, text } from '../cell.ts'
import { type Known, reference } from '../reference.ts'
import type { Row } from '../table.ts'
import { pauses, payments, scored, times } from './cell.ts'
import type { KnownIds } from './known.ts'

type One<K extends keyof Records> = Records[K][number]
type Columns = readonly string[]

const KINDS = ['bureau', 'town', 'enterprise', 'office'] as const
const needDay = (row: Row, column: string): Day => row.need(column, day) ?? ''
const needText = (row: Row, column: string) => row.need(column, text) ?? ''
const needKnown = (row: Row, column: string, known: Known) => reference(row, column, known, true) ?? ''
const runOf = (row: Row) => ({
  from: needDay(row, 'from'),
  done: row.get('done', day),
  pauses: row.get('pauses', pauses),
})

/** Cells of the columns `before.id`, by id. */
function dotted<T>(row: Row, columns: Columns, before: string, cell: Cell<T>, known?: Known) {
  return Object.fromEntries(
    columns
      .filter(column => column.startsWith(`${before}.`))
      .flatMap((column): [string, T][] => {
        const id = column.slice(before.length + 1)
        const value = row.get(column, cell)
        if (value !== undefined && known && !known.has(id))
          row.fault('data.unknown-reference', column, `"${id}" is not known`, 'Mend the id after the dot.')
        return value === undefined ? [] : [[id, value]]
      }),
  )
}

/** One row of each file of records. */
export const readRow = {
  visit: (row: Row, known: KnownIds, _: Columns): One<'visits'> => ({
    role: needKnown(row, 'role', known.role),
    on: needDay(row, 'on'),
    project: reference(row, 'project', known.project),
  }),
  clock: (row: Row, known: KnownIds): One<'clocks'> => ({
    duty: needKnown(row, 'duty', known.clock),
    subject: needText(row, 'subject'),
    ...runOf(row),
  }),
  evidence: (row: Row, known: KnownIds): One<'evidence'> => ({
    item: needKnown(row, 'item', known.item),
    on: needDay(row, 'on'),
    period: row.get('period', period),
  }),
  step: (row: Row, known: KnownIds): One<'steps'> => ({
    project: needKnown(row, 'project', known.project),
    step: needKnown(row, 'step', known.step),
    ...runOf(row),
  }),
  deal: (row: Row, known: KnownIds, columns: Columns): One<'deals'> => ({
    id: needText(row, 'id'),
    funnel: needKnown(row, 'funnel', known.funnel),
    group: row.get('group', text),
    amount: row.get('amount', money),
    arrived: row.get('arrived', money),
    reached: dotted(row, columns, 'reached', day, known.stage),
    lost: row.get('lost', day),
  }),
  money: (row: Row, known: KnownIds): One<'money'> => ({
    id: needText(row, 'id'),
    source: row.get('source', text),
    cohort: row.get('cohort', integer),
    unit: reference(row, 'unit', known.unit),
    list: reference(row, 'list', known.list),
    allocated: row.get('allocated', money),
    arrived: arrivedOf(row),
    passedOn: row.get('passed_on', payments) ?? [],
    paid: row.get('paid', payments) ?? [],
  }),
  award: (row: Row, known: KnownIds): One<'awards'> => ({
    grant: needKnown(row, 'grant', known.grant),
    unit: needKnown(row, 'unit', known.unit),
    on: needDay(row, 'on'),
  }),
  matter: (row: Row, known: KnownIds, columns: Columns): One<'matters'> => ({
    ladder: needKnown(row, 'ladder', known.ladder),
    subject: needText(row, 'subject'),
    raised: needDay(row, 'raised'),
    occurrence: row.get('occurrence', times) ?? 1,
    answered: dotted(row, columns, 'answered', day, known.rung),
    mended: row.get('mended', day),
  }),
  publication: (row: Row, known: KnownIds): One<'published'> => ({
    project: needKnown(row, 'project', known.project),
    piece: needKnown(row, 'piece', known.piece),
    on: needDay(row, 'on'),
  }),
  event: (row: Row, known: KnownIds): One<'events'> => ({
    project: needKnown(row, 'project', known.project),
    event: needText(row, 'event'),
    on: needDay(row, 'on'),
  }),
  scored: (row: Row, _: KnownIds, columns: Columns): One<'scored'> => ({
    subject: needText(row, 'subject'),
    kind: row.get('kind', oneOf(KINDS)),
    period: row.need('period', period) ?? '',
    given: dotted(row, columns, 'given', scored),
    exempt: row.get('exempt', several) ?? [],
  }),
}

function arrivedOf(row: Row): One<'money'>['arrived'] {
  const [amount, on] = [row.get('arrived', money), row.get('arrived_on', day)]
  if (amount !== undefined && on !== undefined) return { amount, on }
  if (amount !== undefined) row.need('arrived_on', day)
  if (on !== undefined) row.need('arrived', money)
  return undefined
}
