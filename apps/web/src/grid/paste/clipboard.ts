import type { Block } from './block.ts'
import { readHtml } from './html.ts'
import { readTsv } from './tsv.ts'

/** What a paste event brings; undefined for a single cell without table, which is ordinary text. */
export function readClipboard(data: { readonly html: string; readonly text: string }): Block | undefined {
  const table = data.html.includes('<t') || data.html.includes('<T') ? readHtml(data.html) : undefined
  if (table) return table
  return data.text === '' ? undefined : readTsv(data.text)
}
