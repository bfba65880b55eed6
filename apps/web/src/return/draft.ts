import type { Vocabulary } from '@guatu/contract'
import { moneyText, parseMoney, toMinor } from '@guatu/kernel'
import type { MoneyUnit } from '../figure/text.ts'

export type FieldType = Vocabulary['fields'][number]['type']
export type Figure = number | string
/** What stands in the boxes: text by field; a box that was never touched is not in it. */
export type Draft = Readonly<Record<string, string>>

/** Figures of every return, beside those that the plan declares. The statistics figure is not asked here: another office owns it. */
const ASKED: readonly { readonly id: string; readonly type: FieldType }[] = [
  { id: 'invest-ytd', type: 'money' },
  { id: 'paid-ytd', type: 'money' },
  { id: 'stage', type: 'stage' },
  { id: 'progress', type: 'text' },
  { id: 'problem', type: 'text' },
]
const NOT_ASKED = new Set(['stat-ytd'])

export function askedFields(declared: Vocabulary['fields']) {
  const own = declared.filter(field => !NOT_ASKED.has(field.id) && !ASKED.some(one => one.id === field.id))
  return [...ASKED, ...own.map(({ id, type }) => ({ id, type }))]
}

/** A figure as it stands in its box. */
export function boxText(type: FieldType, value: Figure | undefined, money: MoneyUnit): string {
  if (value === undefined) return ''
  return type === 'money' && typeof value === 'number'
    ? trimmed(moneyText(value, money.scale, exactDecimals(money.scale)))
    : String(value)
}

const exactDecimals = (scale: number) => String(scale).length - 1
const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

export type Read = { readonly ok: true; readonly value: Figure | null } | { readonly ok: false }

/** What a box says: an emptied box takes the figure back. Money may name its own unit (`1.2亿`). */
export function readBox(type: FieldType, text: string, money: MoneyUnit): Read {
  const compact = text.normalize('NFKC').trim()
  if (compact === '') return { ok: true, value: null }
  if (type === 'money') {
    const plain = compact.replace(/[\s,]/g, '')
    const amount = /\d$/.test(plain) ? toMinor(plain, money.scale) : parseMoney(plain, '元')
    return amount.ok ? { ok: true, value: amount.value } : { ok: false }
  }
  if (type === 'integer') {
    const number = Number(compact.replace(/,/g, ''))
    return Number.isSafeInteger(number) ? { ok: true, value: number } : { ok: false }
  }
  if (type === 'rate') return /^-?\d+(\.\d+)?%$/.test(compact) ? { ok: true, value: compact } : { ok: false }
  return { ok: true, value: compact }
}

export interface Reading {
  /** Only what differs from the figures in force. */
  readonly figures: Readonly<Record<string, Figure | null>>
  readonly unreadable: readonly string[]
  /** Fields that already had a figure in this period: changing them is a correction. */
  readonly corrected: readonly string[]
}

export function readDraft(
  draft: Draft,
  fields: readonly { readonly id: string; readonly type: FieldType }[],
  inForce: Readonly<Record<string, Figure>>,
  money: MoneyUnit,
): Reading {
  const figures: Record<string, Figure | null> = {}
  const unreadable: string[] = []
  const corrected: string[] = []
  for (const { id, type } of fields) {
    const text = draft[id]
    if (text === undefined) continue
    const read = readBox(type, text, money)
    if (!read.ok) unreadable.push(id)
    else if (read.value !== (inForce[id] ?? null)) {
      figures[id] = read.value
      if (inForce[id] !== undefined) corrected.push(id)
    }
  }
  return { figures, unreadable, corrected }
}

/** Once per submission, also on plain http where `randomUUID` is missing. */
export const submissionKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
