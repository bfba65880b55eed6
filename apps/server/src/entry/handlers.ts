import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { entryBySeq, projectById, readScope, sourceFile } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { rowOfFile } from './source-row.ts'
import { entryView } from './view.ts'

export const getEntry =
  (app: App): Handler<typeof routes.getEntry> =>
  async ({ params, session }) => {
    const found = await readScope(app.database, session.scope, async tx => {
      const entry = await entryBySeq(tx, params.seq)
      if (!entry) return undefined
      const project =
        entry.subject.kind === 'project' ? await projectById(tx, entry.subject.project) : undefined
      const { file } = entry.origin
      return { entry, project, file: file === undefined ? undefined : await sourceFile(tx, file) }
    })
    if (!found) return refuse('request.not-found')
    const { entry, project, file } = found
    return ok({
      entry: entryView(entry),
      project: project?.id ?? null,
      projectName: project?.name ?? null,
      cells: file ? await rowOfFile(app.reader, file, entry.origin) : null,
    })
  }

export const getSourceFile =
  (app: App): Handler<typeof routes.getSourceFile> =>
  async ({ params, session }) => {
    const file = await readScope(app.database, session.scope, tx => sourceFile(tx, params.id))
    if (!file) return refuse('request.not-found')
    const mediaType = file.name.toLowerCase().endsWith('.csv')
      ? 'text/csv'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return ok({ bytes: file.bytes, fileName: file.name, mediaType })
  }
