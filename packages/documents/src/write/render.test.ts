import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeDocx } from './docx.ts'
import type { DocumentModel } from './model.ts'
import { writePdf } from './pdf.ts'
import { sampleDocument, sampleTable } from './sample.ts'

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
function pagesOf(pdf: string): string[][] {
  const boxes = call('pdftotext', '-bbox', pdf, '-')
  return boxes.split('<page ').slice(1).map(linesOf)
}

/** As `pagesOf`, of bytes that LibreOffice sets, or that are a PDF. */
function renderedPages(bytes: Uint8Array, format: 'docx' | 'pdf'): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-render-'))
  try {
    writeFileSync(join(folder, `page.${format}`), bytes)
    if (format === 'pdf') return pagesOf(join(folder, 'page.pdf'))
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
    return pagesOf(join(folder, 'page.pdf'))
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

const full: DocumentModel = {
  ...sampleDocument,
  annexes: [],
  blocks: [
    { kind: 'paragraph', text: '国'.repeat(28 * 22 * 3) },
    { kind: 'paragraph', text: '特此通报。' },
  ],
}
const bodyOf = (lines: readonly string[] = []) => lines.filter(line => line.includes('国'))

function expectFullPages(pages: readonly string[][]): void {
  for (const lines of pages.slice(1, 3)) {
    expect(bodyOf(lines)).toHaveLength(22)
    expect(new Set(bodyOf(lines))).toEqual(new Set(['国'.repeat(28)]))
  }
  // the first line of the text gives two places to its indent
  expect(
    bodyOf(pages[0])
      .slice(0, 2)
      .map(line => line.length),
  ).toEqual([26, 28])
  expect(pages[1]?.at(-1)).toMatch(/^—.*2.*—$/)
}

describe.skipIf(missing.length > 0)(name, () => {
  it('of body text has 22 lines of 28 characters', { timeout: 180_000 }, async () => {
    expectFullPages(renderedPages(await writeDocx(full), 'docx'))
  })

  it('turns wide annexes and ends upright, a table on each page it begins', {
    timeout: 180_000,
  }, async () => {
    const table = { ...sampleTable(60), caption: '' }
    const annexes = [{ title: '清单', wide: true, blocks: [{ kind: 'table', table } as const] }]
    const pages = renderedPages(await writeDocx({ ...sampleDocument, annexes }), 'docx')
    const withTable = pages.filter(lines => lines.some(line => line.includes('项目名称')))
    expect(withTable.length).toBeGreaterThan(3)
    expect(pages.at(-1)?.join('')).toContain('印发')
    // the total never stands alone under its head
    const last = withTable.at(-1)?.filter(line => /示范|合计/.test(line)) ?? []
    expect(last.length).toBeGreaterThan(1)
    expect(pages.every(lines => lines.length > 1)).toBe(true)
  })
})

describe.skipIf(runs('pdftotext', '-v').status !== 0)('a page of the PDF', () => {
  it('has 22 lines of 28 characters', async () => {
    expectFullPages(renderedPages(await writePdf(full), 'pdf'))
  })

  it('shows every figure of every table, none of them cut or broken', async () => {
    const table = { ...sampleTable(60), caption: '' }
    const annexes = [{ title: '清单', wide: true, blocks: [{ kind: 'table', table } as const] }]
    const pages = renderedPages(await writePdf({ ...sampleDocument, annexes }), 'pdf')
    const lines = pages.flat()
    for (const [serial = '', , , plan = '', done = ''] of table.rows.slice(0, -1)) {
      const holds = lines.some(line => line.includes(plan) && line.includes(done))
      expect(holds, serial).toBe(true)
    }
  })
})
