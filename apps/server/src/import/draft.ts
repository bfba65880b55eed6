import type { ImportPreview } from '@guatu/contract'
import { deleteImportDraft, importDraft, importDrafts, type ScopedTx, saveImportDraft } from '@guatu/store'
import type { UploadedFile } from '../http/call.ts'

/** What was chosen for a file; absent: recognised. */
export interface Choices {
  readonly sheet?: string
  readonly holds?: 'projects' | 'reported'
  /** Of reported figures: whose they are. */
  readonly unit?: string
  readonly period?: string
  readonly list?: string
  readonly figuresAre?: 'cumulative' | 'monthly'
  readonly columns?: readonly {
    readonly column: number
    readonly field: string | null
    readonly unit: string | null
  }[]
  /** Row number → project id, `new` or `skip`. */
  readonly decisions?: Readonly<Record<string, string>>
  readonly skipBad?: boolean
  readonly saveMappingAs?: string
}

export interface Draft {
  readonly id: string
  readonly fileName: string
  readonly state: 'open' | 'done' | 'undone'
  readonly choices: Choices
  /** Name of the saved mapping that fits the file. */
  readonly mapping: string | null
  /** Hash of what the last preview said would be written. */
  readonly planned: string
  /** Kept when done: what was written is shown as it was decided. */
  readonly preview?: ImportPreview
}

const OLDEST_MS = 7 * 24 * 3_600_000
/** The file's bytes lie beside the draft until they are written to the ledger's files. */
const bytesId = (id: string) => `${id}.bytes`
/** A draft still to be written, not the bytes beside one. */
export const isDraft = ({ id, body }: { readonly id: string; readonly body: unknown }) =>
  !id.includes('.') && (body as Draft).state === 'open'

export async function beginDraft(tx: ScopedTx, draft: Draft, file: UploadedFile, now: number): Promise<void> {
  for (const { id, savedAt } of await importDrafts(tx))
    if (Date.parse(savedAt) < now - OLDEST_MS) await deleteImportDraft(tx, id)
  await saveDraft(tx, draft)
  const base64 = Buffer.from(file.bytes).toString('base64')
  await saveImportDraft(tx, bytesId(draft.id), { name: file.name, base64 })
}

export const saveDraft = (tx: ScopedTx, draft: Draft): Promise<void> => saveImportDraft(tx, draft.id, draft)

export async function draftById(tx: ScopedTx, id: string): Promise<Draft | undefined> {
  if (id.includes('.')) return undefined
  return (await importDraft(tx, id))?.body as Draft | undefined
}

/** Undefined once the draft is done. */
export async function draftFile(tx: ScopedTx, id: string): Promise<UploadedFile | undefined> {
  const kept = (await importDraft(tx, bytesId(id)))?.body as { name: string; base64: string } | undefined
  return kept && { name: kept.name, bytes: new Uint8Array(Buffer.from(kept.base64, 'base64')) }
}

export const dropDraftFile = (tx: ScopedTx, id: string): Promise<void> => deleteImportDraft(tx, bytesId(id))

export async function openDrafts(tx: ScopedTx): Promise<{ id: string; fileName: string; at: string }[]> {
  return (await importDrafts(tx)).flatMap(({ id, body, savedAt }) => {
    return isDraft({ id, body }) ? [{ id, fileName: (body as Draft).fileName, at: savedAt }] : []
  })
}
