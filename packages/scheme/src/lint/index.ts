export { CODES, type LintCode } from './codes.ts'
export { type Item, type ItemKind, itemsOf, type PlacedItem } from './items.ts'
export { lint } from './lint.ts'
