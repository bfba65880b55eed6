export { checkCitations } from './check.ts'
export { clauseText } from './locate.ts'
