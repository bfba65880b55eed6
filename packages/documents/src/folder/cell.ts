import { isDay, type Minor, moneyText, type Period, parseRate, periodKind, toMinor } from '@guatu/kernel'

/** How one kind of cell is read and written. `read` gives undefined for text that is not of the kind. */
export interface Cell<T> {
  readonly expects: string
  read(text: string): T | undefined
  write(value: T): string
}

const same = (text: string) => text

/** Amounts stand in the currency's main unit (元, dollar) with at most two decimals; kept in minor units. */
export const money: Cell<Minor> = {
  expects: 'an amount in the main currency unit with at most two decimals, like 1250000.50',
  read: text => {
    const amount = toMinor(text, 100)
    return amount.ok ? amount.value : undefined
  },
  write: minor => moneyText(minor, 100, minor % 100 === 0 ? 0 : 2),
}

export const integer: Cell<number> = {
  expects: 'a whole number',
  read: text => {
    const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN
    return Number.isSafeInteger(value) ? value : undefined
  },
  write: String,
}

export const text: Cell<string> = { expects: 'text', read: same, write: same }

export const day: Cell<string> = {
  expects: 'a day YYYY-MM-DD',
  read: value => (isDay(value) ? value : undefined),
  write: same,
}

export const rate: Cell<string> = {
  expects: 'a rate like 12.5%',
  read: value => (value.endsWith('%') && parseRate(value) ? value : undefined),
  write: same,
}

export const period: Cell<Period> = {
  expects: 'a period: 2023, 2023-H1, 2023-Q2, 2023-05, 2023-05-F1, 2023-05-T3, 2023-W21 or 2023-05-31',
  read: value => (periodKind(value) ? value : undefined),
  write: same,
}

export const flag: Cell<boolean> = {
  expects: '1, or blank for no',
  read: value => (value === '1' ? true : value === '0' ? false : undefined),
  write: value => (value ? '1' : ''),
}

/** Several short texts in one cell, split by `|`. */
export const several: Cell<readonly string[]> = {
  expects: 'texts split by |',
  read: value =>
    value
      .split('|')
      .map(one => one.trim())
      .filter(one => one !== ''),
  write: values => values.join('|'),
}

export const oneOf = <T extends string>(values: readonly T[]): Cell<T> => ({
  expects: `one of ${values.join(', ')}`,
  read: value => values.find(one => one === value),
  write: same,
})
