export { type Chase, type ChasedReturn, type ChaseUnits, chaseOn } from './chase.ts'
export {
  CHASE_DEFAULTS,
  CHASE_SUPERIORS,
  type ChaseLevel,
  type ChaseSettings,
  type ChaseSuperior,
  readChase,
} from './settings.ts'
