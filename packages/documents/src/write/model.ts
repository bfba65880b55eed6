export type { Annex, Block, Column, DocumentModel, DocumentState, Layout, Table } from '@guatu/domain'
