import type { GridColumn, GridRow } from './model/cell.ts'
import type { Editor } from './use-editor.ts'
import type { GridWords } from './words.ts'

/** The box of the cell that keys go to. It holds the focus at all times, so that an input method finds a real box to write in. */
export function CellBox({
  editor,
  row,
  column,
  describedBy,
  words,
}: {
  editor: Editor
  row: GridRow
  column: GridColumn
  describedBy: string
  words: GridWords
}) {
  return (
    <textarea
      ref={editor.box}
      className={`cell-box cell-box-${editor.mode}`}
      rows={1}
      value={editor.text}
      aria-label={`${row.name} ${words.nameOf(column)} ${words.unitOf(column)}`.trim()}
      aria-describedby={describedBy}
      aria-invalid={editor.preview?.doubt !== undefined || undefined}
      inputMode={column.type === 'money' || column.type === 'integer' ? 'decimal' : undefined}
      autoComplete="off"
      spellCheck={false}
      onFocus={event => editor.mode === 'ready' && event.currentTarget.select()}
      onChange={event => editor.write(event.target.value)}
    />
  )
}
