import type { Term } from './common.ts'

/** A limit of a plan, or the days that a setting holds where the plan only says promptly. */
export const termOf = (
  part: Term | { readonly setting: string },
  text: (setting: string) => string | undefined,
): Term => ('setting' in part ? { days: Number.parseInt(text(part.setting) ?? '0', 10) } : part)
