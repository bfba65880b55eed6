import {
  type AmountUnit,
  isBlank,
  parseDay,
  percentText,
  readMoney,
  readShare,
  readWhole,
  wordId,
} from '@guatu/kernel'
import type { MoneyUnit } from '../../figure/text.ts'
import type { FieldType, Figure } from '../../return/draft.ts'
import type { Doubt, Note } from './cell.ts'

/** How the texts of a return are to be read. */
export interface ReadAs {
  /** Unit of amounts that name none. */
  readonly money: MoneyUnit
  /** Completes a day without its year. */
  readonly year?: number
}

export type ReadCell = { readonly value: Figure | null; readonly note?: Note } | { readonly doubt: Doubt }

/** `unit`: of the column in the table that the text comes from. A text that reports nothing has the value null. */
export function readCell(type: FieldType, source: string, as: ReadAs, unit?: AmountUnit): ReadCell {
  const text = source.trim()
  if (isBlank(text, type === 'text')) return { value: null }
  if (/^#(?:#+|[A-Z/0!?]+)$/.test(text)) return { doubt: 'error-value' }
  return READERS[type](text, as, unit)
}

type Reader = (text: string, as: ReadAs, unit?: AmountUnit) => ReadCell
const LONGEST_TEXT = 2_000

const READERS: Readonly<Record<FieldType, Reader>> = {
  money: (text, { money }, unit) => {
    const read = readMoney(text, unit && unit !== '%' ? { unit } : { scale: money.scale })
    if (typeof read !== 'string') return read.rounded ? { value: read.value, note: 'rounded' } : read
    if (read === 'too-large') return { doubt: read }
    return { doubt: /^[(（][\d,.，]+[)）]$/.test(text) ? 'bracketed' : 'not-money' }
  },
  integer: text => {
    const read = readWhole(text)
    if (typeof read === 'number') return { value: read }
    return { doubt: read === 'too-large' ? read : 'not-whole' }
  },
  rate: (text, _as, unit) => {
    const named = unit === '%' || /[%％]\s*$/.test(text)
    const rate = readShare(text, unit === '%')
    if (!rate) return { doubt: 'not-a-rate' }
    return named ? { value: `${trimmed(percentText(rate, 6) ?? '')}%` } : { doubt: 'no-percent' }
  },
  day: (text, { year }) => {
    // 2020.1 may be what is left of 2020.10 in a cell of numbers.
    const kind = /^20\d\d\.1$/.test(text) ? 'number' : 'text'
    const read = parseDay({ text, kind }, undefined, year)
    if (read === 'ambiguous') return { doubt: 'ambiguous-day' }
    if (!read) return { doubt: 'not-a-day' }
    return read.precision ? { value: read.day, note: 'last-day' } : { value: read.day }
  },
  stage: text => {
    const id = wordId('stage', text)
    return id ? { value: id } : { doubt: 'unknown-stage' }
  },
  text: text =>
    text.length > LONGEST_TEXT ? { doubt: 'too-long' } : { value: text.replace(/\r\n?/g, '\n') },
}

const trimmed = (digits: string) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits)
