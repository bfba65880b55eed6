import type { Light } from '@guatu/scheme'
import { passes } from './filter.ts'
import type { Known } from './known.ts'
import { AS_OF_SLOT, type Program } from './program.ts'
import type { Input } from './result.ts'

/** Whether the rule looks at the project on that list. */
export function looks(light: Light, { asOf }: Program, { state, membership }: Known): boolean {
  if (light.of !== undefined) return false
  if (light.lists.length > 0 && !light.lists.includes(membership.list)) return false
  return passes(light.where, state, membership, asOf)
}

export function inputsOf({ lightSlots, asOfInput }: Program, index: number, known: Known): Input[] {
  const because: Input[] = []
  for (const slot of lightSlots[index] ?? []) {
    because.push(slot === AS_OF_SLOT ? asOfInput : known.input(slot))
  }
  return because
}
