import type { Day } from '@guatu/kernel'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { Facts } from '../facts/index.ts'
import { type Standing, standingOf } from '../standing/index.ts'
import { SAMPLE } from './scheme.ts'

/** What the facts say under the sample, or under a plan like it. */
export const sampleStanding = (facts: Facts, asOf: Day, scheme = SAMPLE): Standing =>
  standingOf(facts, scheme, asOf, PUBLISHED_CALENDAR)
