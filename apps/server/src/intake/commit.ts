import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import { appendBatch, type NewEntry, readScope, type ScopedTx, saveSourceFile, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler, UploadedFile } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { errorBodyOf, type Failure, refuse } from '../http/failure.ts'
import { batches, batchFact } from '../import/batch.ts'
import type { OpenedFile } from '../import/work.ts'
import { type Carried, carriedReturn } from '../return/carried.ts'
import type { Session } from '../session/session.ts'
import { oneAhead } from './ahead.ts'
import { conflictKey, conflictsOf } from './conflicts.ts'
import { type Ground, groundOf } from './ground.ts'
import { type KeptFile, keepFile, keptFile, keptFiles, keptIntake, type TakenRow } from './kept.ts'
import { readArrived } from './read.ts'
import { type Reopened, reopen } from './reopen.ts'

interface Taken {
  readonly batch: string
  readonly rows: number
  readonly left: number
  readonly state: Carried['state']
}

export const commitIntake =
  (app: App): Handler<typeof routes.commitIntake> =>
  async ({ params, body, session }) => {
    const known = await readScope(app.database, session.scope, tx => keptIntake(tx, params.id))
    if (!known) return refuse('request.not-found')
    const taken: ({ file: string } & Taken)[] = []
    const refused: { file: string; code: string; zh: string; en: string }[] = []
    const reading = oneAhead([...new Set(body.files)], file => reopen(app, session, params.id, file))
    for await (const [file, reopened] of reading) {
      const answer = await takeFile(app, session, params.id, file, reopened, body.reason || undefined)
      if (answer.ok) {
        taken.push({ file, ...answer.value })
        continue
      }
      const { code, zh, en } = errorBodyOf(answer.error).error
      refused.push({ file, code, zh, en })
      await withScope(app.database, session.scope, tx => keepRefusal(tx, params.id, file, { code, zh, en }))
    }
    return ok({ taken, refused })
  }

async function keepRefusal(tx: ScopedTx, intake: string, id: string, refused: KeptFile['file']['refused']) {
  const kept = await keptFile(tx, intake, id)
  if (kept && !kept.done) await keepFile(tx, intake, { ...kept, file: { ...kept.file, refused } })
}

async function takeFile(
  app: App,
  session: Session,
  intake: string,
  id: string,
  { upload, opened }: Reopened,
  reason: string | undefined,
): Promise<Result<Taken, Failure>> {
  if (!upload) return refuse('request.not-found')
  if (!opened.ok) return opened
  let fresh: KeptFile | undefined
  const answer = await decide(app.database, session.scope, async tx => {
    // Writes nothing and holds the jurisdiction's lock: what is read now is what is written.
    await appendBatch(tx, {})
    const files = await keptFiles(tx, intake)
    const now = files.find(one => one.file.id === id)
    const head = await keptIntake(tx, intake)
    if (!now || !head) return refuse('request.not-found')
    if (now.done && !(await isUndone(tx, now))) return ok(doneBefore(now))
    const ground = await groundOf(app, tx, session)
    const read = await readArrived(tx, session, ground, head, { id, upload }, opened.value, now.chosen)
    const rows = rowsToTake(now, files, head.choose)
    if (!rows.ok) return rows
    if (isStale(rows.value, read)) {
      fresh = read
      return refuse('import.stale')
    }
    return write(app, tx, session, ground, {
      intake,
      upload,
      opened: opened.value,
      file: now,
      rows: rows.value,
      reason,
    })
  })
  const changed = fresh
  if (changed) await withScope(app.database, session.scope, tx => keepFile(tx, intake, changed))
  return answer
}

const isUndone = async (tx: ScopedTx, { file }: KeptFile) =>
  (await batches(tx)).some(one => one.id === file.batch && one.undone !== undefined)

const doneBefore = ({ file, done }: KeptFile): Taken => ({
  batch: file.batch ?? '',
  rows: done?.rows ?? 0,
  left: done?.left ?? 0,
  state: 'accepted',
})

/** Rows of the file that nobody else's figures were chosen for. */
function rowsToTake(
  { file, rows }: KeptFile,
  files: readonly KeptFile[],
  choose: Readonly<Record<string, string>>,
): Result<readonly TakenRow[], Failure> {
  if (!file.take) return refuse('intake.left-out')
  if (!file.unit || !file.period) return refuse('intake.no-unit')
  if (file.counts.asked === 0)
    return refuse('intake.not-asked', { unit: file.unit.name, period: file.period })
  const open = conflictsOf(files).filter(
    one =>
      one.sides.some(side => side.from === file.id) && !one.sides.some(side => side.from === choose[one.key]),
  )
  if (open.length > 0) return refuse('intake.conflicts', { count: open.length })
  const { period, id } = file
  const other = (project: string) => {
    const chosen = choose[conflictKey(period, project)]
    return chosen !== undefined && chosen !== id
  }
  const left = rows.filter(row => !other(row.project))
  return left.length > 0 ? ok(left) : refuse('intake.no-row')
}

/** Something other than these very figures was written of them since the table was shown. */
function isStale(shown: readonly TakenRow[], read: KeptFile): boolean {
  const now = new Map(read.rows.map(row => [row.project, row]))
  return shown.some(row => {
    const one = now.get(row.project)
    return !one || Object.keys(one.before).some(field => row.before[field] !== one.before[field])
  })
}

interface ToWrite {
  readonly intake: string
  readonly upload: UploadedFile
  readonly opened: OpenedFile
  readonly file: KeptFile
  readonly rows: readonly TakenRow[]
  readonly reason: string | undefined
}

async function write(
  app: App,
  tx: ScopedTx,
  session: Session,
  { known, asked, facts: factsOf }: Ground,
  { intake, upload, opened, file: kept, rows, reason }: ToWrite,
): Promise<Result<Taken, Failure>> {
  const { file } = kept
  const { unit, period } = file
  const due = asked(period ?? '').find(one => one.unit === unit?.id)
  if (!unit || !period || !due) return refuse('intake.no-unit')
  if (!reason && rows.some(row => Object.keys(row.before).length > 0)) return refuse('return.reason-needed')
  const moved = await carriedReturn(tx, known, session, due, rows, reason)
  // A part of what the unit owes is kept; the file that completes it sends the return.
  if (!moved.ok && moved.error.code !== 'return.incomplete') return moved
  const state = moved.ok ? moved.value.state : 'open'
  const held = new Map(
    (await factsOf(period)).returns
      .filter(one => one.period === period)
      .map(one => [one.project, one.figures]),
  )
  const source = { file: await saveSourceFile(tx, upload), sheet: opened.table.recognition.sheet }
  const entries = rows.flatMap((row): NewEntry[] => {
    const figures = Object.fromEntries(
      Object.entries(row.figures).filter(([field, value]) => held.get(row.project)?.[field] !== value),
    )
    if (Object.keys(figures).length === 0) return []
    return [
      {
        subject: { kind: 'project', project: row.project },
        period,
        figures,
        ...(reason && { reason }),
        origin: { via: 'import', ...source, row: row.row },
        reportedBy: unit.id,
      },
    ]
  })
  const batch = randomUUID()
  const record = {
    fileName: file.name,
    by: session.person,
    byName: session.name,
    at: new Date(app.now()).toISOString(),
    count: (moved.ok ? 2 : 1) + entries.length,
  }
  const facts = [batchFact(batch, record, known.today), ...(moved.ok ? [moved.value.move] : [])]
  await appendBatch(tx, { batch, facts, entries })
  const left = file.counts.rows - rows.length
  await keepFile(tx, intake, {
    ...kept,
    file: { ...file, batch, refused: null },
    done: { rows: rows.length, left },
  })
  return ok({ batch, rows: rows.length, left, state })
}
