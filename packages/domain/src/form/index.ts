export { type FormFigures, fillFormOf } from './fill.ts'
export type * from './model.ts'
