import type { Finding } from '../finding.ts'

/** What is wrong with a supplement, how grave it is and how to mend it. */
export const SUPPLEMENT_CODES = {
  'supplement.scheme': ['error', 'Name the scheme that the supplement is laid over.'],
  'supplement.outside': ['error', 'Let the supplement begin while the plan is in force.'],
  'supplement.unknown': ['error', 'Use the id of the plan, or put a new item under `adds`.'],
  'supplement.known': ['error', 'Put an item that the plan has under `changes`.'],
  'supplement.twice': ['error', 'Name each item once, so that one answer holds.'],
  'supplement.earlier': ['error', 'Give no value for a day before the supplement begins.'],
  'supplement.duplicate': [
    'error',
    'Let only one value begin on a day: the plan has one from that day already.',
  ],
  'supplement.same': ['warning', 'Leave out what is so already.'],
} as const satisfies Record<string, readonly [Finding['severity'], string]>
export type SupplementCode = keyof typeof SUPPLEMENT_CODES
