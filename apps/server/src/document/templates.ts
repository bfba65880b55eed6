import type { Response, routes } from '@guatu/contract'
import { MEDIA_TYPES, writeStarter } from '@guatu/documents'
import { documentKind } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { addTemplate, documentTemplate, readScope, retireTemplate } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { faultView, taskOf } from './file.ts'
import { groundIn } from './ground.ts'

/** Templates are .docx: of kinds that go out as such. */
const templated = (id: string) => {
  const kind = documentKind(id)
  return kind?.formats[0] === 'docx' ? kind : undefined
}

export const getDocumentTemplate =
  (app: App): Handler<typeof routes.getDocumentTemplate> =>
  async ({ params, query, session }) => {
    const kind = templated(params.kind)
    if (!kind) return refuse('request.not-found')
    if (query.which === 'starter') {
      const bytes = await writeStarter()
      return ok({ bytes, fileName: `${kind.name}模板.docx`, mediaType: MEDIA_TYPES.docx })
    }
    const template = await readScope(app.database, session.scope, tx => documentTemplate(tx, kind.id))
    if (!template) return refuse('request.not-found')
    return ok({ bytes: template.bytes, fileName: template.fileName, mediaType: MEDIA_TYPES.docx })
  }

type Added = Response<typeof routes.addDocumentTemplate>

/** Tried on the figures of today, so that what cannot be filled is told before it is in force. */
export const addDocumentTemplate =
  (app: App): Handler<typeof routes.addDocumentTemplate> =>
  async ({ params, file, session, signal }) => {
    const kind = templated(params.kind)
    if (!kind) return refuse('request.not-found')
    const ground = await readScope(app.database, session.scope, tx =>
      groundIn(app, tx, session, { kind: kind.id }),
    )
    if (!ground.ok) return ground
    const tried = await app.press.make(taskOf(ground.value, ground.value.model(), 'docx', file), signal)
    if (!tried.ok) return tried
    const { templated: fits, faults } = tried.value
    if (!fits) return ok({ kept: false, faults: faults.map(faultView) })
    return decide(app.database, session.scope, async (tx): Promise<Result<Added, Failure>> => {
      await addTemplate(tx, { kind: kind.id, fileName: file.name, bytes: file.bytes })
      return ok({ kept: true, faults: [] })
    })
  }

export const retireDocumentTemplate =
  (app: App): Handler<typeof routes.retireDocumentTemplate> =>
  ({ params, session }) =>
    decide(app.database, session.scope, async tx => {
      const kind = templated(params.kind)
      if (!kind || !(await documentTemplate(tx, kind.id))) return refuse('request.not-found')
      await retireTemplate(tx, kind.id)
      return ok({})
    })
