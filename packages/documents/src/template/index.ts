export { type ProjectTemplate, writeProjectTemplate } from './projects.ts'
export { type ReturnTemplate, writeReturnTemplate } from './returns.ts'
export { type RosterTemplate, writeRosterTemplate } from './roster.ts'
