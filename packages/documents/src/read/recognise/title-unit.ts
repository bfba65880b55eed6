import type { HeaderBlock } from './header-block.ts'
import { compact, unitOf } from './header-text.ts'
import type { AmountUnit } from './model.ts'
import type { SheetView } from './sheet-view.ts'

const AFTER_LABEL = /单位:(.*)$/
const IN_BRACKETS = /\((?:单位:?)?(亿元|百万元|万元|千元|元)\)/

/** The unit that a title or note outside the table gives for all amounts: 单位:万元. */
export function titleUnit(view: SheetView, block: HeaderBlock): AmountUnit | undefined {
  for (const row of outsideRows(view, block)) {
    for (const source of view.texts(row)) {
      const text = compact(source)
      const words = AFTER_LABEL.exec(text)?.[1]?.split(/[、,/;()]/) ?? []
      const unit =
        words.map(unitOf).find(word => word && word !== '%') ?? unitOf(IN_BRACKETS.exec(text)?.[1] ?? '')
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
