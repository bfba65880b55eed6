import { type AmountUnit, unitInTitle } from '@guatu/kernel'
import type { HeaderBlock } from './header-block.ts'
import type { SheetView } from './sheet-view.ts'

/** The unit that a title or note outside the table gives for all amounts: 单位:万元. */
export function titleUnit(view: SheetView, block: HeaderBlock): AmountUnit | undefined {
  for (const row of outsideRows(view, block)) {
    for (const source of view.texts(row)) {
      const unit = unitInTitle(source)
      if (unit) return unit
    }
  }
  return undefined
}

/** Above the header, then the last lines, where notes stand. */
function outsideRows(view: SheetView, block: HeaderBlock): number[] {
  const above = Array.from({ length: block.first - 1 }, (_, i) => i + 1)
  const from = Math.max(block.last + 1, view.height - 4)
  const below = Array.from({ length: Math.max(0, view.height - from + 1) }, (_, i) => from + i)
  return [...above, ...below]
}
