import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pasteInto } from '../grid/serve.ts'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { type Line, shown } from './figures.ts'

/** A bureau's table as Excel puts it on the clipboard: title, merged header, a hidden column, thousands separators, total. */
export function excelBlock(lines: readonly Line[], written: (line: Line) => string): string {
  const rows = lines.map(
    (line, index) =>
      ` <tr height=19 style='height:14.25pt'><td align=right>${index + 1}</td><td class=xl65>${line.name}</td>` +
      `<td style='display:none'>市工信局</td><td align=right>${written(line)}</td><td>已进场施工<br>\n  ${line.project}</td></tr>`,
  )
  const total = shown(lines.reduce((sum, line) => sum + line.july, 0))
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"></head><body><table border=0><!--StartFragment-->
 <tr><td colspan=5 class=xl70>2023年7月重点项目调度表（单位：万元）</td></tr>
 <tr><td rowspan=2>序号</td><td rowspan=2>项&nbsp;目<br>\n  名&nbsp;称</td><td rowspan=2 style='display:none'>责任单位</td>
  <td>本年累计</td><td rowspan=2>形象进度</td></tr>
 <tr><td>完成投资</td></tr>
${rows.join('\n')}
 <tr><td></td><td>合计</td><td style='display:none'></td><td align=right>${total}</td><td></td></tr>
<!--EndFragment--></table></body></html>`
}

/** The grid says what it took and what it left: the total, which is no project, and those that no month asks. */
export async function pasteBlock(
  page: Page,
  html: string,
  cells: number,
  left: readonly Line[],
): Promise<void> {
  await page.locator('tr[aria-rowindex="2"] td[aria-colindex="2"]').click()
  await pasteInto(page, { html, text: 'table' })
  const note = page.locator('.paste-note')
  await says(note, String(cells), say('grid.row.total'), ...left.map(line => line.name))
  expect(
    await note
      .locator('li')
      .filter({ hasText: say('grid.row.unknown') })
      .count(),
  ).toBe(left.length)
  await note.getByRole('button', { name: say('grid.close'), exact: true }).click()
}
