import type { ReturnSheet } from '@guatu/contract'
import { type Reasons, reasonsBefore } from './explain.ts'
import type { Texts } from './rows.ts'

/** All that a person types into a return: cells, and the words beside them. */
export interface Content {
  readonly texts: Texts
  /** Why warnings are right. */
  readonly reasons: Reasons
  /** Why figures that stood in the ledger change. */
  readonly reason: string
  /** The box of one reason for all warnings, while it is being written. */
  readonly same: string
}

/** What the device holds of it. */
export interface Kept extends Content {
  /** Of the unit's draft that it all grew from. */
  readonly version: number
  /** The server has it as it is. */
  readonly synced: boolean
  /** Moment of the last change. */
  readonly at: string
}

/** `device`: this device alone has it, so far or for want of a line. */
export type Keeping = 'nothing' | 'device' | 'server' | 'conflict'
export interface Start {
  readonly content: Content
  readonly version: number
  readonly keeping: Keeping
}

type Sheet = Pick<ReturnSheet, 'draft' | 'passed'>

/** What this device holds comes first; a newer draft of the unit beside words that the server never had is a conflict that a person ends. */
export function startOf(sheet: Sheet, device: Kept | null): Start {
  const content = ofServer(sheet)
  const version = sheet.draft?.version ?? 0
  const stands = { content, version, keeping: standing(sheet, content) } as const
  if (!device) return stands
  const met = meetingOf(device, sheet)
  if (met === 'own' || met === 'follow' || isAlike(device, content)) return stands
  if (met === 'conflict') return { content: device, version: device.version, keeping: 'conflict' }
  return {
    content: device,
    // The sheet may come from before the last words were kept.
    version: Math.max(version, device.version),
    keeping: device.synced ? standing(sheet, device) : 'device',
  }
}

/** What the server holds, as it is shown. */
export const standing = (sheet: Pick<Sheet, 'passed'>, content: Content) =>
  isAlike(content, emptyOf(sheet)) ? 'nothing' : 'server'

/**
 * What a newer draft of the unit is to this page: known already; its own words come back, whole or as they were `sent`; one
 * to follow, where nothing here is unsent; gone, where it was sent or dropped; else a conflict.
 */
export function meetingOf(
  now: Kept,
  sheet: Sheet,
  sent?: Content,
): 'known' | 'own' | 'part' | 'follow' | 'gone' | 'conflict' {
  const theirs = ofServer(sheet)
  if ((sheet.draft?.version ?? 0) <= now.version) return 'known'
  if (isAlike(theirs, now)) return 'own'
  if (sent && isAlike(theirs, sent)) return 'part'
  if (now.synced) return 'follow'
  return sheet.draft?.body ? 'conflict' : 'gone'
}

/** The unit's draft, or an empty one. */
export function ofServer(sheet: Sheet): Content {
  const body: Readonly<Record<string, unknown>> = sheet.draft?.body ?? {}
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    texts: Object.fromEntries(entriesOf(body.texts).map(([project, draft]) => [project, textsOnly(draft)])),
    reasons: { ...reasonsBefore(sheet.passed), ...textsOnly(body.reasons) },
    reason: text(body.reason),
    same: text(body.same),
  }
}

export const emptyOf = ({ passed }: Pick<Sheet, 'passed'>): Content => ({
  texts: {},
  reasons: reasonsBefore(passed),
  reason: '',
  same: '',
})

export const contentOf = ({ texts, reasons, reason, same }: Content): Content => ({
  texts,
  reasons,
  reason,
  same,
})

/** Projects without a cell and blank reasons are no difference. */
export const isAlike = (a: Content, b: Content) =>
  a.reason.trim() === b.reason.trim() &&
  a.same.trim() === b.same.trim() &&
  keysOf(a.reasons, b.reasons).every(
    key => (a.reasons[key] ?? '').trim() === (b.reasons[key] ?? '').trim(),
  ) &&
  keysOf(a.texts, b.texts).every(project => {
    const [left = {}, right = {}] = [a.texts[project], b.texts[project]]
    return left === right || keysOf(left, right).every(field => left[field] === right[field])
  })

const keysOf = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])]
const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
const textsOnly = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(entriesOf(value).filter((one): one is [string, string] => typeof one[1] === 'string'))
