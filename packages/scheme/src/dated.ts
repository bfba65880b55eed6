import type { Day } from '@guatu/kernel'

/** The value in force on a day: the latest whose date is not after it; before the first, undefined. */
export function valueAt<T>(values: Readonly<Record<Day, T>>, day: Day): T | undefined {
  const from = Object.keys(values)
    .filter(date => date <= day)
    .sort()
    .at(-1)
  return from === undefined ? undefined : values[from]
}
