import type { Paid, StepRun } from '@guatu/domain'
import { isDay } from '@guatu/kernel'
import { type Cell, money, several } from '../cell.ts'

type Pause = NonNullable<StepRun['pauses']>[number]

const PAUSE = /^(\S{10})\/(\S{10})?(?: (\S+))?$/

/** When a clock stood, `2023-05-08/2023-05-12 expert-review`; without the second day it still stands. */
export const pauses: Cell<readonly Pause[]> = {
  expects: 'days like 2023-05-08/2023-05-12 with a reason after a space, split by |',
  read: value => all(several.read(value) ?? [], pauseOf),
  write: value =>
    several.write(
      value.map(({ from, to, why }) => `${from}/${to ?? ''}${why === undefined ? '' : ` ${why}`}`),
    ),
}

function pauseOf(text: string): Pause | undefined {
  const [, from, to, why] = PAUSE.exec(text) ?? []
  if (from === undefined || !isDay(from) || (to !== undefined && !isDay(to))) return undefined
  return { from, ...(to === undefined ? {} : { to }), ...(why === undefined ? {} : { why }) }
}

/** Amounts with their days, `90000 2023-06-02`. */
export const payments: Cell<readonly Paid[]> = {
  expects: 'amounts with their days like 90000 2023-06-02, split by |',
  read: value => all(several.read(value) ?? [], paidOf),
  write: value => several.write(value.map(({ amount, on }) => `${money.write(amount)} ${on}`)),
}

function paidOf(text: string): Paid | undefined {
  const [said = '', on = '', ...more] = text.split(' ')
  const amount = money.read(said)
  return amount === undefined || !isDay(on) || more.length > 0 ? undefined : { amount, on }
}

function all<T>(texts: readonly string[], read: (text: string) => T | undefined): T[] | undefined {
  const values = texts.map(read).filter(one => one !== undefined)
  return values.length === texts.length ? values : undefined
}

/** How many times running: from 1. */
export const times: Cell<number> = {
  expects: 'a whole number from 1',
  read: value => (/^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined),
  write: String,
}

/** A figure for a score as it is written (`86%`, `3个`, `1.2亿元`, a choice), a number as such; several split by |. */
export const scored: Cell<string | number | readonly (string | number)[]> = {
  expects: 'a figure like 86%, 12.5, 3个 or a choice, several split by |',
  read: value => {
    const figures = (several.read(value) ?? []).map(one => (/^-?\d+(\.\d+)?$/.test(one) ? Number(one) : one))
    return value.includes('|') ? figures : figures[0]
  },
  write: value => (typeof value === 'object' ? several.write(value.map(String)) : String(value)),
}
