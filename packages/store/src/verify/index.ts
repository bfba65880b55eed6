export { evidenceFiles, issuedFiles, type KeptFile, sourceFiles } from './files.ts'
export { type ProjectionFinding, projectionFindings } from './projections.ts'
