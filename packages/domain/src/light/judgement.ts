import type { LightReason } from '../evaluate/result.ts'

export const NONE = 'none'

export interface Judgement {
  readonly colour: string
  readonly severity: number
  readonly reason: LightReason
}

export const judgedAs = (
  { colour, severity }: { readonly colour: string; readonly severity: number },
  reason: LightReason,
): Judgement => ({ colour, severity, reason })
