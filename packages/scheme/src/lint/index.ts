export { CODES, type LintCode } from './codes.ts'
export { type Item, type ItemKind, itemsOf } from './items.ts'
export { lint } from './lint.ts'
