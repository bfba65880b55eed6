import type { routes } from '@guatu/contract'
import { writeProjectTable } from '@guatu/documents'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { look } from '../picture/picture.ts'
import { foundLines } from './rows.ts'
import { projectTable } from './table.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportProjects =
  (app: App): Handler<typeof routes.exportProjects> =>
  async ({ query, session }) => {
    const { table, name } = await look(app, session, query, picture => ({
      table: projectTable(picture, picture.seq, foundLines(picture, query).found),
      name: picture.bar.jurisdictionName,
    }))
    const fileName = `${name}项目表${table.state.asOf}.xlsx`
    return ok({ bytes: await writeProjectTable(table), fileName, mediaType: XLSX })
  }
