import { readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import type { Session } from '../session/session.ts'
import { keptBytes, keptFile } from './kept.ts'
import { openArrived } from './read.ts'

type Opened = Awaited<ReturnType<typeof openArrived>>
export type Reopened =
  | { readonly upload: UploadedFile; readonly opened: Opened }
  | { readonly upload?: undefined; readonly opened?: undefined }

/** A file of the intake as it was kept, read anew; nothing where it is not there any more. */
export async function reopen(app: App, session: Session, intake: string, id: string): Promise<Reopened> {
  const { upload, kept } = await readScope(app.database, session.scope, async tx => ({
    upload: await keptBytes(tx, intake, id),
    kept: await keptFile(tx, intake, id),
  }))
  if (!upload || !kept) return {}
  return { upload, opened: await openArrived(app, session, { id, upload }, kept.mapping) }
}
