export { evidenceFiles, issuedFiles, type KeptFile, sourceFiles } from './files.ts'
export type { ProjectionFinding } from './finding.ts'
export { projectionFindings } from './projections.ts'
