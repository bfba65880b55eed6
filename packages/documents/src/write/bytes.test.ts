import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from './docx.ts'
import { sampleDocument } from './sample.ts'
import { sampleProjectTable } from './sample-table.ts'
import { partsOf } from './testing.ts'
import { writeProjectTable } from './xlsx.ts'
import { repack } from './zip.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const writeAll = async () => [
  sha256(await writeDocx(sampleDocument)),
  sha256(await writeProjectTable(sampleProjectTable)),
]

/** The same in a process of its own, which lives in another time zone. */
async function writeElsewhere(): Promise<string[]> {
  const script = `
    import { createHash } from 'node:crypto'
    import { writeDocx } from './docx.ts'
    import { sampleDocument } from './sample.ts'
    import { sampleProjectTable } from './sample-table.ts'
    import { partsOf } from './testing.ts'
import { writeProjectTable } from './xlsx.ts'
    const all = [writeDocx(sampleDocument), writeProjectTable(sampleProjectTable)]
    Promise.all(all).then(files =>
      console.log(JSON.stringify(files.map(file => createHash('sha256').update(file).digest('hex')))))`
  const bundle = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  })
  const env = { ...process.env, TZ: 'America/St_Johns' }
  return JSON.parse(
    execFileSync(process.execPath, ['-'], { input: bundle.outputFiles[0]?.text, env, encoding: 'utf8' }),
  )
}

describe('bytes', () => {
  it('are the same each time, in another process and time zone too', { timeout: 60_000 }, async () => {
    const first = await writeAll()
    expect(await writeAll()).toEqual(first)
    expect(await writeElsewhere()).toEqual(first)
  })

  it('hold no time of day and no year but those of the document', async () => {
    for (const bytes of [await writeDocx(sampleDocument), await writeProjectTable(sampleProjectTable)]) {
      const core = partsOf(bytes)['docProps/core.xml'] ?? ''
      const times = core.match(/\d{4}-\d\d-\d\dT[^<]*/g)
      expect(times).toEqual(['2020-05-31T00:00:00Z', '2020-05-31T00:00:00Z'])
    }
  })

  it('change with what is written', async () => {
    const [document, table] = await writeAll()
    expect(sha256(await writeDocx({ ...sampleDocument, date: '2020-06-01' }))).not.toBe(document)
    const state = { ...sampleProjectTable.state, seq: 129 }
    expect(sha256(await writeProjectTable({ ...sampleProjectTable, state }))).not.toBe(table)
  })

  it('begin with the part that says which kind of file it is', async () => {
    for (const bytes of [await writeDocx(sampleDocument), await writeProjectTable(sampleProjectTable)])
      expect(Object.keys(unzipSync(bytes))[0]).toBe('[Content_Types].xml')
  })

  it('are refused a patch of a part they lack', async () => {
    const bytes = await writeDocx(sampleDocument)
    expect(() => repack(bytes, { 'word/none.xml': part => part })).toThrow('word/none.xml')
  })
})
