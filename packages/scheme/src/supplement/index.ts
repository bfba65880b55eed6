export { type AppliedSupplement, applySupplement } from './apply.ts'
export { SUPPLEMENT_CODES } from './codes.ts'
