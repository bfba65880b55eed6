export { checkCitations } from './check.ts'
export { clausesOf } from './locate.ts'
export { clausePlaces } from './places.ts'
