export type { Annex, Block, Column, DocumentModel, DocumentState, Table } from '@guatu/domain'
