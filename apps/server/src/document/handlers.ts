import type { routes } from '@guatu/contract'
import { MEDIA_TYPES, writeDocument } from '@guatu/documents'
import { ok } from '@guatu/kernel'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { lookWhole } from '../picture/whole.ts'
import { bulletinOf } from './bulletin.ts'

export const previewBulletin =
  (app: App): Handler<typeof routes.previewBulletin> =>
  ({ query, session }) =>
    lookWhole(app, session, query, picture => {
      const { issuer, title, to, blocks, annexes, signedBy, date } = bulletinOf(picture, picture.seq)
      return ok({ bar: picture.bar, issuer, title, to, blocks, annexes, signedBy, date })
    })

export const downloadBulletin =
  (app: App): Handler<typeof routes.downloadBulletin> =>
  async ({ query, session }) => {
    const { model, name } = await lookWhole(app, session, query, picture => ({
      model: bulletinOf(picture, picture.seq),
      name: picture.bar.jurisdictionName,
    }))
    const fileName = `${name}通报（草稿）${model.state.asOf}.docx`
    return ok({ bytes: await writeDocument(model, 'docx'), fileName, mediaType: MEDIA_TYPES.docx })
  }
