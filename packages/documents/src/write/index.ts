export { writeDocx } from './docx.ts'
export * from './model.ts'
