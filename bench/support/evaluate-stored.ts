import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { evaluateColumns, fieldsJudged } from '@guatu/domain'
import { periodSpan } from '@guatu/kernel'
import { schemeAt } from '@guatu/server'
import { canonicalPieces, readColumns, storeResult, withSnapshot } from '@guatu/store'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AS_OF, bigProjects, PLAN } from './facts.ts'
import type { Figure } from './measure.ts'
import { emptyWorld, fill, SCOPE } from './world.ts'

/** From PostgreSQL to a stored result: reads columns, judges with every reason, writes canonical JSON under its hash. */
export async function evaluateStored(projects: number, months: number): Promise<Figure[]> {
  const world = await emptyWorld()
  try {
    await fill(world.database, { projects: 1, months: 1 })
    await fillProjections(world.url, projects, months)
    const steps: number[][] = []
    for (let run = 0; run < 3; run++) {
      const { times } = await withSnapshot(world.database, SCOPE, async tx => {
        const from = performance.now()
        const { scheme, hash } = await schemeAt(tx, { asOf: AS_OF })
        const columns = await readColumns(tx, { asOf: AS_OF }, fieldsJudged(scheme))
        const read = performance.now()
        const evaluation = evaluateColumns(scheme, columns, AS_OF)
        const judged = performance.now()
        const head = {
          kind: 'evaluation',
          scheme: scheme.scheme,
          schemeHash: hash,
          engine: 'bench',
          asOf: AS_OF,
          seq: 0,
        }
        const { size } = await storeResult(tx, head, canonicalPieces(evaluation))
        const stored = performance.now()
        if (evaluation.lights.length < projects) throw new Error('not all was judged')
        return { times: [stored - from, read - from, judged - read, stored - judged, size] }
      })
      steps.push(times)
    }
    const median = steps.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))[1] ?? []
    const [all = 0, read = 0, judged = 0, stored = 0] = median.map(ms => ms / 1000)
    const note = `read ${read.toFixed(1)} s, judged ${judged.toFixed(1)} s, ${((median[4] ?? 0) / 1e6).toFixed(0)} MB of JSON hashed and stored ${stored.toFixed(1)} s`
    return [
      {
        what: `PostgreSQL to stored result, ${projects} x ${months}`,
        ours: all,
        unit: 's',
        aim: '<= 10 s',
        met: all <= 10,
        note,
      },
    ]
  } finally {
    await world.stop()
  }
}

const escaped = (value: unknown) => JSON.stringify(value).replaceAll('\\', '\\\\')

/** Straight into the projections: what the ledger would have put there, without its chain. */
async function fillProjections(url: string, projects: number, months: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const all = () => bigProjects({ projects, months })
  const copy = (into: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`)))
  await client.query('delete from current; delete from membership; delete from project')
  await copy(
    'project (jurisdiction_id, id, body, effective_from, removed, seq)',
    (function* () {
      let seq = 0
      for (const {
        project: { id, ...body },
      } of all())
        yield `${PLAN}\t${id}\t${escaped(body)}\t2022-01-01\tf\t${seq++}\n`
    })(),
  )
  await copy(
    'membership (jurisdiction_id, id, body, effective_from, removed, seq)',
    (function* () {
      let seq = 0
      for (const { memberships } of all())
        for (const one of memberships)
          yield `${PLAN}\t${one.project} ${one.list} ${one.year}\t${escaped(one)}\t2022-01-01\tf\t${seq++}\n`
    })(),
  )
  await copy(
    'current (jurisdiction_id, project_id, period, period_end, figures, sources)',
    (function* () {
      let seq = 0
      for (const { returns } of all()) {
        let lines = ''
        for (const { project, period, figures } of returns) {
          seq += 1
          const sources = Object.fromEntries(Object.keys(figures).map(field => [field, seq]))
          lines += `${PLAN}\t${project}\t${period}\t${periodSpan(period).end}\t${escaped(figures)}\t${escaped(sources)}\n`
        }
        yield lines
      }
    })(),
  )
  await client.query('analyze')
  await client.end()
}
