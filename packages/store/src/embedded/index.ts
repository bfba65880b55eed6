export { defaultDataDir, hasDatabase } from './home.ts'
export { type Embedded, type EmbeddedOptions, startEmbedded } from './start.ts'
