import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { NewFact } from '@guatu/store'

/** Setting: the first due day that returns are asked for here. What fell due before was kept elsewhere and is not owed. */
const RETURNS_FROM = 'returns-from'

export const returnsFromFact = (day: Day): NewFact => ({
  word: 'setting',
  subject: RETURNS_FROM,
  effectiveFrom: '1900-01-01',
  body: { value: day },
})

/** The plan as it asks for returns here: from that day on, and never before it is in force. */
export function askingFrom(scheme: Scheme, settings: Readonly<Record<string, string>>): Scheme {
  const { inForce } = scheme
  const day = settings[RETURNS_FROM]
  return day !== undefined && day > inForce.from ? { ...scheme, inForce: { ...inForce, from: day } } : scheme
}
