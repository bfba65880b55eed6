export { type BulletinInput, bulletinModel } from './bulletin.ts'
export type { Annex, Block, Column, DocumentModel, DocumentState, Table } from './model.ts'
export { ACTION_WORDS, STATE_WORDS } from './terms.ts'
