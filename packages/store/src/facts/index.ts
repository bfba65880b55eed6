export { type AskedFacts, askedFacts, projectsSeq, reportedIn } from './asked-of.ts'
export { type Changed, changedSince } from './changed.ts'
export { readColumns } from './columns.ts'
export { daysOfChange } from './days.ts'
export * from './history.ts'
export { factsInForce, type InForce, type Moment } from './in-force.ts'
export { countProjects, projectKnown, projectsKnown, visibleIds } from './projects.ts'
export { type FactsWanted, factsOfProjects, readFacts } from './read.ts'
export {
  type SchemeVersion,
  schemeBeside,
  schemeHistory,
  schemeText,
  schemeVersions,
  type WrittenScheme,
} from './scheme.ts'
export { type SaidSetting, settingsSaid } from './settings.ts'
export { reportedFigures, type Surroundings, settingsInForce, surroundings } from './surroundings.ts'
