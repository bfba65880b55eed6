import { FILE_MESSAGES, fillMessage } from '@guatu/contract'
import { type AskedReturn, type Facts, fieldShapes, type PlannedRow, whoseFile } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import type { ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { errorBodyOf, type Failure } from '../http/failure.ts'
import { type FilePlan, planFile } from '../import/plan.ts'
import { placesOf } from '../import/preview.ts'
import { importRows } from '../import/rows.ts'
import { type OpenedFile, openFile } from '../import/work.ts'
import { findingsOf, stoppingOf } from '../return/findings.ts'
import { nameOf } from '../return/known.ts'
import { openReturn } from '../return/sheet.ts'
import type { Session } from '../session/session.ts'
import type { Ground } from './ground.ts'
import type { Chosen, Kept, KeptFile, TakenRow } from './kept.ts'
import { notesOf } from './notes.ts'
import { periodOfFile } from './period.ts'
import { rowsOf } from './rows.ts'

export interface Arrived {
  readonly id: string
  readonly upload: UploadedFile
}

type View = KeptFile['file']
const NO_COUNTS: View['counts'] = {
  asked: 0,
  rows: 0,
  matched: 0,
  changed: 0,
  unknown: 0,
  doubtful: 0,
  others: 0,
  bad: 0,
  blank: 0,
}
const blankView = ({ id, upload }: Arrived): View => ({
  id,
  name: upload.name,
  bytes: upload.bytes.length,
  fault: null,
  sheet: '',
  unit: null,
  unitFrom: null,
  unitsElse: [],
  period: null,
  periodFrom: null,
  take: true,
  counts: NO_COUNTS,
  notes: [],
  doubts: [],
  findings: [],
  batch: null,
  refused: null,
})

export const openArrived = (app: App, session: Session, { upload }: Arrived, mapping?: string | null) =>
  openFile(app, session, upload, mapping, () => ok({}))

/** A file that nothing can be read of: a line with its reason and what mends it. */
export const badFile = (arrived: Arrived, failure: Failure): KeptFile => {
  const { code, zh, en } = errorBodyOf(failure).error
  return {
    file: { ...blankView(arrived), take: false, fault: { code, zh, en } },
    chosen: {},
    mapping: null,
    rows: [],
  }
}

/** Notes of one file that are shown; its own page has all. */
const NOTES_SHOWN = 200

/** What the opened file holds of its unit's return, as of this transaction. */
export async function readArrived(
  tx: ScopedTx,
  session: Session,
  ground: Ground,
  kept: Kept,
  arrived: Arrived,
  opened: OpenedFile,
  chosen: Chosen,
): Promise<KeptFile> {
  const { known } = ground
  const { recognition } = opened.table
  const told = periodOfFile(chosen.period, recognition.period, stem(arrived.upload.name), kept.period)
  const base = { chosen, mapping: opened.mapping, rows: [] }
  const view = { ...blankView(arrived), sheet: recognition.sheet, take: chosen.take ?? true }
  const lacking = faultOf(opened)
  if (lacking || !told) return { ...base, file: { ...view, take: false, fault: lacking ?? null } }
  const { period } = told
  const facts = await ground.facts(period)
  const planned = await planFile(
    arrived.id,
    recognition,
    { period, decisions: chosen.decisions ?? {} },
    {
      facts,
      scheme: known.scheme,
      today: ground.dayFor(period),
      mayBegin: true,
      unit: session.post.unit,
    },
  )
  const returns = ground.asked(period)
  const asks = new Map(returns.flatMap(one => one.rows.map(row => [row.project, one.unit] as const)))
  const found = whose(opened, arrived, facts, planned, asks)
  const unit = chosen.unit ?? found.unit
  const asked = returns.find(one => one.unit === unit)
  const rows = rowsOf(planned.plan.rows, new Map(importRows(recognition.rows).map(row => [row.row, row])), {
    facts,
    asked,
    shapes: new Set(fieldShapes(known.scheme.fields).keys()),
    period,
  })
  const named = (id: string) => ({ id, name: nameOf(known, id) })
  return {
    ...base,
    rows: rows.taken,
    file: {
      ...view,
      unit: unit === undefined ? null : named(unit),
      unitFrom: chosen.unit !== undefined ? 'chosen' : 'from' in found ? found.from : null,
      unitsElse: chosen.unit === undefined ? found.others.map(named) : [],
      period,
      periodFrom: told.from,
      counts: {
        asked: asked?.rows.length ?? 0,
        rows: planned.plan.rows.length,
        matched: rows.taken.length,
        changed: rows.changed,
        unknown: count(planned, 'new'),
        doubtful: count(planned, 'duplicate'),
        others: rows.others.length,
        bad: count(planned, 'bad'),
        blank: rows.blank.length,
      },
      notes: notesOf(planned, rows, opened, ground, asks).slice(0, NOTES_SHOWN),
      doubts: planned.plan.rows
        .filter(row => row.kind === 'duplicate')
        .map(({ row, name, candidates }) => ({
          row,
          name,
          candidates: candidates.map(one => ({ project: one.project, name: one.name, why: one.why })),
        })),
      findings: asked ? await toLookAt(tx, session, ground, asked, rows.taken, facts) : [],
    },
  }
}

const stem = (name: string) => name.replace(/\.\w+$/, '')
const count = ({ plan }: FilePlan, kind: PlannedRow['kind']) =>
  plan.rows.filter(row => row.kind === kind && row.decision !== 'skip').length

/** Without a header or a column of projects there is no return in it. */
function faultOf({ table, scheme }: OpenedFile): View['fault'] {
  const { recognition } = table
  const message = (code: string, params: Readonly<Record<string, string | number>>) => ({
    code,
    zh: fillMessage(FILE_MESSAGES[code]?.zh ?? code, params),
    en: fillMessage(FILE_MESSAGES[code]?.en ?? code, params),
  })
  const none = recognition.findings.find(one => one.code === 'header.not-found')
  if (none) return message(none.code, { name: '', header: '', ...none.params })
  if (recognition.holds === 'projects' && recognition.columns.some(isOfProject)) return null
  const places = placesOf(recognition, scheme)
  return message('header.not-found', { sheet: places.sheet })
}
const isOfProject = ({ field }: { readonly field?: string }) =>
  field === 'project-name' || field === 'project-code'

function whose(
  { table }: OpenedFile,
  { upload }: Arrived,
  { units }: Facts,
  { plan }: FilePlan,
  asks: ReadonlyMap<string, string>,
) {
  const votes = new Map<string, number>()
  for (const { project } of plan.rows) {
    const unit = project === null ? undefined : asks.get(project)
    if (unit !== undefined) votes.set(unit, (votes.get(unit) ?? 0) + 1)
  }
  const title = table.recognition.rows.flatMap(({ kind, text }) =>
    text !== undefined && (kind === 'title' || kind === 'note') ? [text] : [],
  )
  return whoseFile({ title, sheet: table.recognition.sheet, file: stem(upload.name) }, units, votes)
}

async function toLookAt(
  tx: ScopedTx,
  session: Session,
  { known }: Ground,
  asked: AskedReturn,
  rows: readonly TakenRow[],
  { projects }: Facts,
): Promise<View['findings']> {
  const opened = await openReturn(tx, known, asked)
  const names = new Map(projects.map(one => [one.id, one.name]))
  return stoppingOf(findingsOf(known, opened, asked, rows, session)).flatMap(one =>
    one.severity === 'note'
      ? []
      : [
          {
            check: one.check,
            severity: one.severity,
            project: one.project,
            name: names.get(one.project) ?? one.project,
            ...(one.field && { field: one.field }),
            zh: one.message.zh,
            en: one.message.en,
          },
        ],
  )
}
