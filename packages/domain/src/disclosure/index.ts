export * from './disclosure.ts'
