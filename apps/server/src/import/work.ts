import type { ImportPreview } from '@guatu/contract'
import type { Mapping, Workbook } from '@guatu/documents'
import { ok, type Result } from '@guatu/kernel'
import { mappings, readFacts, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import type { Draft } from './draft.ts'
import { refusedFile } from './finding.ts'
import { type FilePlan, planFile, type Setting } from './plan.ts'
import { previewOf } from './preview.ts'
import { type Recognised, recogniseFile } from './recognition.ts'

export interface Worked {
  readonly setting: Setting
  readonly recognised: Recognised
  readonly planned: FilePlan
  readonly preview: ImportPreview
}

export async function settingOf(app: App, tx: ScopedTx, session: Session): Promise<Setting> {
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const { scheme } = await schemeAt(tx, { asOf: today })
  const facts = await readFacts(tx, { asOf: today })
  return { facts, scheme, today, mayBegin: session.post.role === 'dispatcher' }
}

/** Recognises the file as chosen and says what it would do to what is known now. */
export async function workOut(
  app: App,
  tx: ScopedTx,
  session: Session,
  draft: Draft,
  file: { readonly bytes: number; readonly workbook: Workbook },
): Promise<Result<Worked, Failure>> {
  const setting = await settingOf(app, tx, session)
  const saved = (await mappings(tx, { asOf: setting.today })).find(one => one.id === draft.mapping)
  const recognised = recogniseFile(
    file.workbook,
    setting.scheme,
    draft.choices,
    saved?.body as Mapping | undefined,
  )
  if (!recognised) return { ok: false, error: refusedFile({ code: 'file.no-rows', params: {} }) }
  const planned = planFile(draft.id, recognised, draft.choices, setting)
  const preview = previewOf({ draft, ...file, recognised, planned, scheme: setting.scheme })
  return ok({ setting, recognised, planned, preview })
}

export async function readFile(app: App, file: UploadedFile): Promise<Result<Workbook, Failure>> {
  const read = await app.reader.read(file.bytes, file.name)
  if (read.ok) return read
  return read.error === 'busy' ? refuse('server.busy') : { ok: false, error: refusedFile(read.error) }
}
