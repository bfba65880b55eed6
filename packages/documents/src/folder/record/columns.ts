import type { Scheme } from '@guatu/scheme'
import type { Columns } from '../table.ts'

/** What a scheme says about records: the items by which they go. */
export type RecordShape = Pick<
  Scheme,
  | 'lists'
  | 'actions'
  | 'duties'
  | 'tasks'
  | 'documents'
  | 'procedures'
  | 'funnels'
  | 'funds'
  | 'disclosures'
  | 'units'
>

const columns = (
  required: readonly string[],
  optional: readonly string[] = [],
  dotted?: string,
): Columns => ({
  required,
  optional,
  also: dotted === undefined ? undefined : column => column.startsWith(dotted),
})

/** The files of records and their columns. A dotted column has an id of the scheme after its dot. */
export const RECORD_FILES = {
  'visits.csv': columns(['role', 'on'], ['project']),
  'clocks.csv': columns(['duty', 'subject', 'from'], ['done', 'pauses']),
  'evidence.csv': columns(['item', 'on'], ['period']),
  'steps.csv': columns(['project', 'step', 'from'], ['done', 'pauses']),
  'deals.csv': columns(['id', 'funnel'], ['group', 'amount', 'arrived', 'lost'], 'reached.'),
  'money.csv': columns(
    ['id'],
    ['source', 'cohort', 'unit', 'list', 'allocated', 'arrived', 'arrived_on', 'passed_on', 'paid'],
  ),
  'awards.csv': columns(['grant', 'unit', 'on']),
  'matters.csv': columns(['ladder', 'subject', 'raised'], ['occurrence', 'mended'], 'answered.'),
  'published.csv': columns(['project', 'piece', 'on']),
  'events.csv': columns(['project', 'event', 'on']),
  'scored.csv': columns(['subject', 'period'], ['kind', 'exempt'], 'given.'),
} as const satisfies Record<string, Columns>
export type RecordFile = keyof typeof RECORD_FILES
