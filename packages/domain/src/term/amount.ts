import { type Minor, must } from '@guatu/kernel'
import { readAmount } from '@guatu/scheme'

/** An amount as the plan writes it. The schema has read it already: what cannot be read is a bug. */
export const amountOf = (text: string): Minor => must(readAmount(text), text)
