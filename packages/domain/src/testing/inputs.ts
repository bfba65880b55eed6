import type { Day } from '@guatu/kernel'
import type { Input } from '../evaluate/index.ts'

/** The inputs of a judgement, typed by what their values are. */
export const inputsOf = (asOf: Day, values: Readonly<Record<string, number | string | null>>): Input[] => [
  ...Object.entries(values).map(
    ([name, value]): Input => ({
      name,
      type: name === 'stage' ? 'stage' : typeof value === 'number' ? 'money' : 'day',
      value,
      from: 'return',
    }),
  ),
  { name: 'as-of', type: 'day', value: asOf, from: 'as-of' },
]
