export { checkCitations } from './check.ts'
export { clausesOf } from './locate.ts'
