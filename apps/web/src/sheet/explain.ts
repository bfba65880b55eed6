import type { Body, ReturnSheet, routes } from '@guatu/contract'

type Passed = Body<typeof routes.submitReturn>['passed'][number]

/** A warning as far as explaining it goes. */
export interface Warning {
  readonly check: string
  readonly project?: string
  readonly field?: string
}
/** Reasons by `keyOf` the warning. */
export type Reasons = Readonly<Record<string, string>>

export const keyOf = ({ check, project, field }: Warning) => [check, project ?? '', field ?? ''].join(' ')

/** What was explained when the return was sent before needs no new words. */
export const reasonsBefore = (passed: ReturnSheet['passed']): Reasons =>
  Object.fromEntries(passed.map(one => [keyOf(one), one.reason]))

export const isExplained = (warning: Warning, reasons: Reasons) =>
  (reasons[keyOf(warning)] ?? '').trim() !== ''

/** One reason for all that have none yet; those with words of their own keep them. */
export const sameForAll = (warnings: readonly Warning[], reasons: Reasons, reason: string): Reasons => ({
  ...reasons,
  ...Object.fromEntries(warnings.filter(one => !isExplained(one, reasons)).map(one => [keyOf(one), reason])),
})

/** What goes with the submission: each explained warning of a project, with its reason. */
export const passedOf = (warnings: readonly Warning[], reasons: Reasons): Passed[] =>
  warnings
    .filter(one => isExplained(one, reasons))
    .map(({ check, project, field }) => ({
      check,
      project: project ?? '',
      field,
      reason: (reasons[keyOf({ check, project, field })] ?? '').trim(),
    }))
