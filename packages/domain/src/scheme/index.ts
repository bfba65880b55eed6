export { type ColourCounts, type MovedLight, type SchemeEffects, schemeEffects } from './effects.ts'
export { type Present, presentOf } from './present.ts'
