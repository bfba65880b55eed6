import { type ClipboardEvent, useState } from 'react'
import { asHtml, asTsv, rangeTexts } from './copy-out.ts'
import { readClipboard } from './paste/clipboard.ts'
import { oneForAll } from './paste/one-cell.ts'
import { type PastePlan, planPaste } from './paste/plan.ts'
import type { Editor } from './use-editor.ts'
import type { Grid } from './use-grid.ts'
import type { GridWords } from './words.ts'

/** Copy, cut and paste of ranges; while a text is being written the box has them. */
export function useClipboard({ state, dispatch }: Grid, words: GridWords, editor: Editor) {
  const [plan, setPlan] = useState<PastePlan>()
  const onCopy = (event: ClipboardEvent) => {
    if (editor.mode !== 'ready') return false
    event.preventDefault()
    const texts = rangeTexts(state, words.stage)
    event.clipboardData.setData('text/plain', asTsv(texts))
    event.clipboardData.setData('text/html', asHtml(texts))
    return true
  }
  const onPaste = (event: ClipboardEvent) => {
    const data = {
      html: event.clipboardData.getData('text/html'),
      text: event.clipboardData.getData('text/plain'),
    }
    const block = readClipboard(data)
    if (!block) return
    const isTable = block.rows.length > 1 || block.rows.some(row => row.length > 1)
    if (editor.mode !== 'ready' && !isTable) return
    event.preventDefault()
    editor.commit()
    const filling = oneForAll(block, state)
    if (filling) return dispatch({ do: 'put', cells: filling })
    const planned = planPaste(block, state)
    dispatch({ do: 'put', cells: planned.cells })
    setPlan(isTable || planned.doubts.length > 0 ? planned : undefined)
  }
  const onCut = (event: ClipboardEvent) => {
    if (onCopy(event)) dispatch({ do: 'clear' })
  }
  return { onCopy, onCut, onPaste, plan, close: () => setPlan(undefined) }
}
