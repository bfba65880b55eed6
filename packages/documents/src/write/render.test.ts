import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeDocx } from './docx.ts'
import { sampleDocument } from './sample.ts'

const runs = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' })
function call(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = runs(command, ...args)
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}
const missing = [
  runs('soffice', '--version').status === 0 ? '' : 'LibreOffice (soffice)',
  runs('pdftotext', '-v').status === 0 ? '' : 'pdftotext',
  (runs('fc-list', ':lang=zh', 'family').stdout ?? '').trim() === '' ? 'a Chinese font' : '',
].filter(name => name !== '')

const name =
  missing.length === 0
    ? 'a rendered page'
    : `a rendered page: SKIPPED, this machine lacks ${missing.join(', ')}`

/** Lines of each page, as the texts found at one height, from the top. */
function renderedPages(docx: Uint8Array): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-render-'))
  try {
    writeFileSync(join(folder, 'page.docx'), docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    call(
      'soffice',
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'page.docx'),
    )
    const boxes = call('pdftotext', '-bbox', join(folder, 'page.pdf'), '-')
    return boxes.split('<page ').slice(1).map(linesOf)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function linesOf(page: string): string[] {
  const lines = new Map<number, string>()
  for (const [, top = '', word = ''] of page.matchAll(/yMin="([\d.]+)"[^>]*>([^<]*)</g)) {
    const height = Math.round(Number(top))
    lines.set(height, (lines.get(height) ?? '') + word)
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line)
}

describe.skipIf(missing.length > 0)(name, () => {
  it('of body text has 22 lines of 28 characters', { timeout: 180_000 }, async () => {
    const pages = renderedPages(
      await writeDocx({
        ...sampleDocument,
        annexes: [],
        blocks: [
          { kind: 'paragraph', text: '国'.repeat(28 * 22 * 3) },
          { kind: 'paragraph', text: '特此通报。' },
        ],
      }),
    )
    for (const lines of pages.slice(1, 3)) {
      const body = lines.filter(line => line.includes('国'))
      expect(body).toHaveLength(22)
      expect(new Set(body)).toEqual(new Set(['国'.repeat(28)]))
    }
    // the first line of the text gives two places to its indent
    expect(
      pages[0]
        ?.filter(line => line.includes('国'))
        .slice(0, 2)
        .map(line => line.length),
    ).toEqual([26, 28])
    expect(pages[1]?.at(-1)).toMatch(/^—.*2.*—$/)
  })
})
