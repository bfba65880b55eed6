import { AMOUNT_CHECKS } from './amounts.ts'
import { COMPARE_CHECKS } from './compare.ts'
import { DAY_CHECKS } from './days.ts'
import type { Check, CheckInfo } from './model.ts'
import { PACE_CHECKS } from './pace.ts'
import { PHOTO_CHECKS } from './photo.ts'
import { PLAN_CHECKS } from './plan.ts'
import { ROUND } from './round.ts'
import { SLIP_CHECKS } from './slip.ts'
import { START_CHECKS } from './start.ts'

/** Checks of one row, in the order in which their findings are shown. */
export const ROW_CHECKS: readonly Check[] = [
  ...SLIP_CHECKS,
  ...AMOUNT_CHECKS,
  ...PLAN_CHECKS,
  ...START_CHECKS,
  ...DAY_CHECKS,
  ...PACE_CHECKS,
  ...COMPARE_CHECKS,
  ...PHOTO_CHECKS,
]

/** The whole catalogue as data, without its functions: for screens, settings and documents. */
export const CATALOGUE: readonly CheckInfo[] = [...ROW_CHECKS.map(({ find: _, ...info }) => info), ROUND]
