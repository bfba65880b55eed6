/**
 * The bulletin of 10,000 projects as .docx, from an evaluation that is there, beside writing the same texts into the
 * barest document by hand; then all formats as the server makes them, in the making process, with the longest time that
 * its own thread stood still meanwhile: `npm run bench -- document [--json]`. `GUATU_PROJECTS` and `GUATU_RUNS` (7).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { makeApart, writeDocument } from '@guatu/documents'
import {
  type DocumentInput,
  type DocumentModel,
  documentKind,
  finish,
  PUBLISHED_CALENDAR,
  start,
} from '@guatu/domain'
import { must } from '@guatu/kernel'
import { parseScheme } from '@guatu/scheme'
import { AS_OF, bigProjects, bigUnits, PLAN } from './support/facts.ts'
import { type Figure, inTurn, report, timed } from './support/measure.ts'

const PROJECTS = Number(process.env.GUATU_PROJECTS ?? 10_000)
const RUNS = Number(process.env.GUATU_RUNS ?? 7)

const { parsed } = parseScheme(readFileSync(`schemes/${PLAN}/scheme.yaml`, 'utf8'), PLAN)
if (!parsed) throw new Error('the plan does not parse')
const known = [...bigProjects({ projects: PROJECTS, months: 24 })]
const facts = {
  jurisdiction: PLAN,
  units: bigUnits,
  projects: known.map(one => one.project),
  memberships: known.flatMap(one => one.memberships),
  returns: known.flatMap(one => one.returns),
  reported: [],
  settings: {},
}
const running = start(parsed.scheme, facts, AS_OF)
const input: DocumentInput = {
  running,
  evaluation: finish(running),
  facts,
  calendar: PUBLISHED_CALENDAR,
  seq: 1,
  hash: '',
}
const { model } = must(documentKind('bulletin'), 'bulletin')
const rows = rowsOf(model(input))

const figures: Figure[] = []
const docx = await inTurn(
  RUNS,
  () => writeDocument(model(input), 'docx'),
  () => plainDocx(rows),
  2,
)
figures.push({
  what: `bulletin .docx of ${PROJECTS} projects, ${rows.length} rows, from the evaluation to bytes, p50`,
  ours: docx.ours.p50,
  plain: docx.plain.p50,
  unit: 'ms',
  aim: '≤ 2000 ms',
  ratio: docx.ours.p50 / docx.plain.p50,
  met: docx.ours.p50 <= 2_000,
  note: 'by hand: the same rows, no style, no page, no model',
})
const modelled = await timed(RUNS, async () => model(input), 1)
figures.push({ what: 'its model alone, p50', ours: modelled.p50, unit: 'ms', aim: 'none', met: true })
for (const format of ['docx', 'xlsx', 'pdf'] as const) {
  const { took, still } = await apart(format)
  const figure = { unit: 'ms', aim: 'none', met: true } as const
  figures.push({ ...figure, what: `the model to .${format} in the making process, p50 of 3`, ours: took })
  figures.push({ ...figure, what: `longest stop of the server's thread meanwhile`, ours: still })
}
report('document', figures)

/** In milliseconds. */
async function apart(format: 'docx' | 'xlsx' | 'pdf') {
  const task = { kind: 'document', model: model(input), format } as const
  const makerUrl = pathToFileURL(join('dist', 'write-worker.mjs'))
  const delay = monitorEventLoopDelay({ resolution: 2 })
  const { p50 } = await timed(
    3,
    async () => {
      delay.enable()
      const made = await makeApart(task, { makerUrl })
      delay.disable()
      if (!made.ok) throw new Error(made.error.why)
    },
    0,
  )
  return { took: p50, still: delay.max / 1e6 }
}

function rowsOf({ blocks, annexes }: DocumentModel): (readonly string[])[] {
  return [...blocks, ...annexes.flatMap(annex => annex.blocks)].flatMap(block =>
    block.kind === 'table' ? [...block.table.rows] : [[block.text]],
  )
}

function plainDocx(texts: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) =>
    `<w:tc><w:p><w:r><w:t>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p></w:tc>`
  const body = texts.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
  return deflateRawSync(`<w:document><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`)
}
