import type { Duty } from '@guatu/scheme'
import type { Given } from '../record/index.ts'
import { type AssignmentAnswer, assignmentAnswer } from './assignment.ts'
import { type ClockAnswer, clockAnswer } from './clock.ts'
import { type MatrixAnswer, matrixAnswer } from './matrix.ts'
import { type VisitsAnswer, visitsAnswer } from './visits.ts'

export type { AssignmentAnswer, ClockAnswer, MatrixAnswer, VisitsAnswer }
export type DutyAnswer = VisitsAnswer | ClockAnswer | AssignmentAnswer | MatrixAnswer

/** How a duty stands on the as-of date. */
export function dutyAnswer(duty: Duty, given: Given): DutyAnswer {
  switch (duty.kind) {
    case 'visits':
      return visitsAnswer(duty, given)
    case 'clock':
      return clockAnswer(duty, given)
    case 'assignment':
      return assignmentAnswer(duty, given)
    case 'matrix':
      return matrixAnswer(duty, given)
  }
}
