import { type routes, splitValues } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { lookWhole } from '../picture/whole.ts'
import { scopeLine } from './scope-line.ts'
import { searchOf } from './search.ts'
import { seenTable } from './seen.ts'
import { projectTable } from './table.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportProjects =
  (app: App): Handler<typeof routes.exportProjects> =>
  async ({ query, session, signal }) => {
    const { table, name } = await lookWhole(app, session, query, picture => {
      const { scheme, facts, bar, seq } = picture
      const { rows } = picture.library.page(searchOf(query), 0, Number.POSITIVE_INFINITY)
      const columns = splitValues(query.columns)
      const scope = () => scopeLine(bar.scopeName, scheme, facts.units, query, rows.length)
      const table =
        columns.length > 0 ? seenTable(picture, rows, columns, scope()) : projectTable(picture, seq, rows)
      return { table, name: bar.jurisdictionName }
    })
    const fileName = `${name}项目表${table.state.asOf}.xlsx`
    const made = await app.press.make({ kind: 'project-table', table }, signal)
    return made.ok ? ok({ bytes: made.value.bytes, fileName, mediaType: XLSX }) : made
  }
