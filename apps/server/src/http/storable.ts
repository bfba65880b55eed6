import { isStorable } from '@guatu/kernel'

/** Whether all text inside a value, names of members too, can be kept. */
export function allStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([name, member]) => isStorable(name) && allStorable(member))
}
