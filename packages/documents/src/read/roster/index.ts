export { checkRoster, type KnownRoster } from './check-roster.ts'
export { ROSTER_FAULTS, type Roster, type RosterFault, type RosterPost, type RosterUnit } from './model.ts'
export { isLogin, readRoster } from './read-roster.ts'
export type { RosterWords } from './words.ts'
