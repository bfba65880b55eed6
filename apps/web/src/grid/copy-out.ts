import { typedText } from './model/put.ts'
import { type GridState, rangeOf, rowAt } from './model/state.ts'

/** The range as rows of plain texts, numbers without separators so that a worksheet takes them for numbers. */
export function rangeTexts(state: GridState, stage: (id: string) => string): string[][] {
  const { top, bottom, left, right } = rangeOf(state)
  const texts: string[][] = []
  for (let down = top; down <= bottom; down++) {
    const row = rowAt(state, down)
    if (!row) continue
    texts.push(
      state.columns.slice(left, right + 1).map(column => {
        const typed = state.typed[row.id]?.[column.id]
        const value = typed ? typed.value : row.cells[column.id]?.now
        if (column.type === 'stage' && typeof value === 'string') return stage(value)
        return typedText(row, column, typed, state.as)
      }),
    )
  }
  return texts
}

export const asTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(quoted).join('\t')).join('\r\n')
const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const asHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map(row => `<tr>${row.map(text => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('')}</table>`
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
