/** A text of office as blocks: what it says, not how it looks. Built by `domain/document`, drawn here. */
export interface DocumentModel {
  readonly layout: Layout
  /** 发文机关标志: `…文件` of an official text, `…专报` of a brief, nothing above a sheet. */
  readonly mark: string
  /** Who issues it (印发机关). */
  readonly issuer: string
  /** Year of the blank number `〔2020〕 号`, which stands as long as the document has none of its own. */
  readonly numberYear: string
  /** `柞发改〔2020〕12号`, given on issue and never before. */
  readonly number?: string
  /** Lines of the title as they are to be broken: at most 20 Chinese characters each. */
  readonly title: readonly string[]
  /** 主送机关, empty for none. */
  readonly to: string
  readonly blocks: readonly Block[]
  /** Signature and date at the end of the text; the date is the as-of date, never the clock. */
  readonly signedBy: string
  readonly date: string
  /** 附件: each starts on a page of its own. */
  readonly annexes: readonly Annex[]
  /** 抄送, empty for none. */
  readonly copyTo: string
  readonly state: DocumentState
}

/**
 * How it lies on paper: `official` with a red mark, number and 版记 (GB/T 9704); `brief` (简报, 专报) with 第 期, issuer
 * and date over the red line and no signature; `sheet`: tables across an A4 laid on its side, under a plain title.
 */
export type Layout = 'official' | 'brief' | 'sheet'

/** Before freezing a document is a 草稿: watermark, as-of and ledger seq stand on every page. */
export interface DocumentState {
  readonly draft: boolean
  readonly asOf: string
  readonly seq: number
  readonly hash: string
  /** The figures are made up for the demo; every page says so. */
  readonly synthetic?: boolean
}

export type Block =
  /** level 1 一、黑体; 2 （一）楷体; 3 1. 仿宋; 4 （1）仿宋. Text already carries its number. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }

export interface Annex {
  readonly title: string
  /** Its pages lie on their side (横排, clause 8): a table of many columns. */
  readonly wide?: boolean
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly caption: string
  /** Shown at the right above the table: unit and caliber. */
  readonly note: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** Index of rows set in bold: totals. */
  readonly strong?: readonly number[]
}

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right' | 'center'
  /** Share of the text width, in any unit. */
  readonly width: number
}
