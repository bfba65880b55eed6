export { compareSchemes, type PartKind, type Said, type SchemeChange } from './compare.ts'
export type { KeyChange } from './flat.ts'
