import type { IntakeFile } from '@guatu/contract'
import type { FieldId, FieldValue } from '@guatu/domain'
import type { Period } from '@guatu/kernel'
import {
  deleteImportDraft,
  importDraft,
  importDraftIds,
  importDraftsUnder,
  type ScopedTx,
  saveImportDraft,
} from '@guatu/store'
import type { UploadedFile } from '../http/call.ts'

/** What the dispatcher chose for all files of an intake (收表). */
export interface Kept {
  readonly period?: Period
  /** Key of a conflict → whose figures are taken: a file, or `ledger`. */
  readonly choose: Readonly<Record<string, string>>
}

export interface Chosen {
  readonly unit?: string
  readonly period?: Period
  readonly take?: boolean
  /** Row → project or `skip`. */
  readonly decisions?: Readonly<Record<string, string>>
}

/** A row of a project that is asked of the file's unit, with a figure. */
export interface TakenRow {
  readonly row: number
  readonly project: string
  readonly name: string
  readonly figures: Readonly<Record<FieldId, FieldValue>>
  /** What stands in the ledger where that is another figure. */
  readonly before: Readonly<Record<FieldId, FieldValue>>
}

/** One file as it was last read and planned: the table is shown from these, without reading thirty files anew. */
export interface KeptFile {
  readonly file: Omit<IntakeFile, 'returnState' | 'state'>
  readonly chosen: Chosen
  /** Name of the saved mapping that fits. */
  readonly mapping: string | null
  readonly rows: readonly TakenRow[]
  readonly done?: { readonly rows: number; readonly left: number }
}

/** Drafts of a person, told from single imports by their ids. */
const PREFIX = 'intake.'
const headId = (intake: string) => `${PREFIX}${intake}.head`
const filesOf = (intake: string) => `${PREFIX}${intake}.file.`
const bytesId = (intake: string, file: string) => `${PREFIX}${intake}.bytes.${file}`
const OLDEST_MS = 30 * 24 * 3_600_000

export async function keptIntake(tx: ScopedTx, intake: string): Promise<Kept | undefined> {
  return (await importDraft(tx, headId(intake)))?.body as Kept | undefined
}

export const keepIntake = (tx: ScopedTx, intake: string, kept: Kept): Promise<void> =>
  saveImportDraft(tx, headId(intake), kept)

export async function keptFiles(tx: ScopedTx, intake: string): Promise<KeptFile[]> {
  const files = (await importDraftsUnder(tx, filesOf(intake))).map(one => one.body as KeptFile)
  return files.sort(
    (a, b) => a.file.name.localeCompare(b.file.name, 'zh') || (a.file.id < b.file.id ? -1 : 1),
  )
}

export async function keptFile(tx: ScopedTx, intake: string, file: string): Promise<KeptFile | undefined> {
  return (await importDraft(tx, filesOf(intake) + file))?.body as KeptFile | undefined
}

export const keepFile = (tx: ScopedTx, intake: string, kept: KeptFile): Promise<void> =>
  saveImportDraft(tx, filesOf(intake) + kept.file.id, kept)

export async function keptBytes(
  tx: ScopedTx,
  intake: string,
  file: string,
): Promise<UploadedFile | undefined> {
  const kept = (await importDraft(tx, bytesId(intake, file)))?.body as
    | { name: string; base64: string }
    | undefined
  return kept && { name: kept.name, bytes: new Uint8Array(Buffer.from(kept.base64, 'base64')) }
}

export const keepBytes = (tx: ScopedTx, intake: string, file: string, { name, bytes }: UploadedFile) =>
  saveImportDraft(tx, bytesId(intake, file), { name, base64: Buffer.from(bytes).toString('base64') })

export interface Listed {
  readonly id: string
  readonly period: Period | null
  readonly files: number
  readonly open: number
  readonly at: string
}

/** Those with a file that is not taken yet, newest first; old ones are forgotten. */
export async function openIntakes(tx: ScopedTx, now: number): Promise<Listed[]> {
  const all = await importDraftIds(tx)
  const listed: Listed[] = []
  for (const { id, savedAt } of all) {
    const intake = /^intake\.([\w-]+)\.head$/.exec(id)?.[1]
    if (intake === undefined) continue
    if (Date.parse(savedAt) < now - OLDEST_MS) {
      for (const one of all.filter(one => one.id.startsWith(`${PREFIX}${intake}.`)))
        await deleteImportDraft(tx, one.id)
      continue
    }
    const files = await keptFiles(tx, intake)
    const open = files.filter(one => !one.done && one.file.fault === null).length
    const period = (await keptIntake(tx, intake))?.period ?? null
    if (open > 0) listed.push({ id: intake, period, files: files.length, open, at: savedAt })
  }
  return listed
}
