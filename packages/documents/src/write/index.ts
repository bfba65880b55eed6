export { writeDocx } from './docx.ts'
export * from './model.ts'
export * from './project-table.ts'
export { writeProjectTable } from './xlsx.ts'
