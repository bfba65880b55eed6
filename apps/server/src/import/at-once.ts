import { randomUUID } from 'node:crypto'
import { type ImportPreview, routes } from '@guatu/contract'
import { type Mapping, PROJECT_FIELDS } from '@guatu/documents'
import { ok, type Period, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { appendBatch, type Database, jurisdictions } from '@guatu/store'
import { makeApp } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { errorBodyOf, type Failure, refuse } from '../http/failure.ts'
import { type Session, sessionOf } from '../session/session.ts'
import { write } from './commit.ts'
import type { Choices, Draft } from './draft.ts'
import { fieldName, fieldsOf, indicatorFields } from './fields.ts'
import { errorsOf, fileFinding, refusedFile, rowFinding } from './finding.ts'
import { FileReader } from './reader.ts'
import { importRows } from './rows.ts'
import { openFile, planOpened } from './work.ts'

export interface ToImport {
  readonly file: UploadedFile
  readonly workerUrl: URL
  readonly period?: Period
  readonly list?: string
  readonly mapping?: Mapping
  /** Of a saved mapping. */
  readonly mappingName?: string
}

export interface ImportReport {
  /** Rows that were taken; of a dry run rows that can be read. */
  readonly accepted: number
  readonly rejected: readonly {
    readonly sheet: string
    readonly row: number
    readonly column: string
    readonly code: string
    readonly message: string
  }[]
}

/** A refusal in both languages. */
export interface Told {
  readonly code: string
  readonly zh: string
  readonly en: string
}

const told = (result: Result<ImportReport, Failure>): Result<ImportReport, Told> =>
  result.ok ? result : { ok: false, error: errorBodyOf(result.error).error }

type Finding = ImportPreview['findings'][number]
const rejection = ({ sheet, row, column, code, zh, en }: Finding) => ({
  sheet,
  row,
  column,
  code,
  message: `${zh} ${en}`,
})

/** Reads the file and says which rows can be taken, without any ledger. */
export async function dryRun(
  asked: ToImport,
  scheme: Scheme | undefined,
): Promise<Result<ImportReport, Told>> {
  const specs = scheme ? fieldsOf(scheme) : PROJECT_FIELDS
  const read = await new FileReader(asked.workerUrl).recognise(
    asked.file,
    specs,
    asked.mapping ?? {},
    scheme && indicatorFields(scheme),
  )
  if (!read.ok)
    return told(read.error === 'busy' ? refuse('server.busy') : { ok: false, error: refusedFile(read.error) })
  const { sheet, columns, findings, rows } = read.value
  const places = { sheet, columns, fields: specs.map(fieldName) }
  const missing = findings.map(finding => fileFinding(finding, places)).filter(one => one.level === 'error')
  const data = importRows(rows)
  const faults = data.flatMap(row => row.faults)
  const bad = new Set(faults.map(fault => fault.row))
  return ok({
    accepted: missing.length > 0 ? 0 : data.length - bad.size,
    rejected: [...missing, ...faults.map(fault => rowFinding(fault, places))].map(rejection),
  })
}

/**
 * The whole road of an import in one go, under a post of `person` that may import: rows that are bad or need a decision
 * are left out and told.
 */
export async function importAtOnce(
  database: Database,
  asked: ToImport,
  jurisdiction: string,
  person: string,
): Promise<Result<ImportReport, Told>> {
  const app = makeApp(database, asked.workerUrl)
  const known = (await jurisdictions(database)).some(one => one.id === jurisdiction)
  const acting = known ? await importer(database, jurisdiction, person) : undefined
  if (!acting) return told(refuse('role.not-allowed'))
  const chosen: Choices = { period: asked.period, list: asked.list, skipBad: true }
  const opened = await openFile(app, acting, asked.file, asked.mapping ?? asked.mappingName, () => ok(chosen))
  if (!opened.ok) return told(opened)
  return told(
    await decide(database, acting.scope, async tx => {
      await appendBatch(tx, {})
      const draft: Draft = {
        id: randomUUID(),
        fileName: asked.file.name,
        state: 'open',
        choices: chosen,
        mapping: opened.value.mapping,
        planned: '',
      }
      const first = await planOpened(app, tx, acting, draft, opened.value)
      const open = first.planned.plan.rows.filter(row => row.kind === 'duplicate')
      const decisions = Object.fromEntries(open.map(row => [String(row.row), 'skip']))
      const decided = open.length === 0 ? draft : { ...draft, choices: { ...chosen, decisions } }
      const worked = open.length === 0 ? first : await planOpened(app, tx, acting, decided, opened.value)
      const rejected = [
        ...worked.planned.plan.rows.flatMap(row => errorsOf(row, worked.places)).map(rejection),
        ...open.map(({ row, candidates }) =>
          undecided(
            worked.preview.sheet,
            row,
            candidates.map(one => one.name),
          ),
        ),
      ]
      const written = await write(app, tx, acting, decided, opened.value, worked)
      if (written.ok) return ok({ accepted: written.value.accepted, rejected })
      return written.error.code === 'import.nothing' ? ok({ accepted: 0, rejected }) : written
    }),
  )
}

async function importer(
  database: Database,
  jurisdiction: string,
  person: string,
): Promise<Session | undefined> {
  const identity = { jurisdiction, person, login: person, token: '' }
  const session = await sessionOf(database, identity)
  const post = session?.posts.find(one => routes.commitImport.roles.some(role => role === one.role))
  return post && sessionOf(database, identity, post.id)
}

const undecided = (sheet: string, row: number, names: readonly string[]) => ({
  sheet,
  row,
  column: '',
  code: 'row.undecided',
  message: `可能与已有项目相同，请在页面上决定：${names.join('、')} It may be one of these projects; decide on screen.`,
})
