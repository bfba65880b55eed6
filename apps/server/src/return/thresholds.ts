import type { Facts } from '@guatu/domain'
import { THRESHOLDS, type ThresholdId } from '@guatu/domain/check'

/** Settings of the checks stand in the ledger as `check.<id>`; what the bureau did not set has its default. */
export function thresholdsOf({ settings }: Pick<Facts, 'settings'>): Partial<Record<ThresholdId, number>> {
  const set: Partial<Record<ThresholdId, number>> = {}
  for (const id of Object.keys(THRESHOLDS) as ThresholdId[]) {
    const text = settings[`check.${id}`]
    const value = Number(text)
    if (text !== undefined && Number.isFinite(value)) set[id] = value
  }
  return set
}
