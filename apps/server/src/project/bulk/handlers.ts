import { randomUUID } from 'node:crypto'
import type { routes } from '@guatu/contract'
import type { BulkRow } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import { appendBatch, readScope } from '@guatu/store'
import type { App } from '../../app.ts'
import type { Handler } from '../../http/call.ts'
import { decide } from '../../http/decide.ts'
import { refuse } from '../../http/failure.ts'
import { batchFact } from '../../import/batch.ts'
import { bulkPlan, selected } from './plan.ts'

const SHOWN = 200

export const previewBulk =
  (app: App): Handler<typeof routes.previewBulk> =>
  async ({ body, session }) => {
    const ids = await selected(app, session, body.select)
    if (!ids.ok) return ids
    return readScope(app.database, session.scope, async tx => {
      const plan = await bulkPlan(app, tx, session, ids.value, body.change)
      if (!plan.ok) return plan
      const { rows, hash } = plan.value
      const refused = rows.filter(row => row.refusal !== null)
      const changed = rows.filter(changes)
      const shown = [...refused, ...changed].slice(0, SHOWN)
      return ok({
        rows: shown.map(({ project, name, changes, refusal }) => ({ project, name, changes, refusal })),
        counts: {
          changed: changed.length,
          refused: refused.length,
          unchanged: rows.length - changed.length - refused.length,
        },
        hash,
      })
    })
  }

const changes = (row: BulkRow) => row.facts.length > 0

export const commitBulk =
  (app: App): Handler<typeof routes.commitBulk> =>
  async ({ body, session }) => {
    const ids = await selected(app, session, body.select)
    if (!ids.ok) return ids
    return decide(app.database, session.scope, async tx => {
      // Writes nothing and holds the jurisdiction's lock: what is planned now is what is written.
      await appendBatch(tx, {})
      const plan = await bulkPlan(app, tx, session, ids.value, body.change)
      if (!plan.ok) return plan
      const { rows, today, hash } = plan.value
      if (hash !== body.hash) return refuse('bulk.stale')
      const facts = rows.flatMap(row => row.facts)
      if (facts.length === 0) return refuse('bulk.nothing')
      const batch = randomUUID()
      const changed = rows.filter(changes).length
      const record = {
        fileName: `批量修改${changed}项：${body.reason}`,
        by: session.person,
        byName: session.name,
        at: new Date(app.now()).toISOString(),
        count: 1 + facts.length,
        reason: body.reason,
      }
      const { firstSeq, lastSeq } = await appendBatch(tx, {
        batch,
        facts: [batchFact(batch, record, today), ...facts],
      })
      return ok({ batch, firstSeq, lastSeq, changed })
    })
  }
