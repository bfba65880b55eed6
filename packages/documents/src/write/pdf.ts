import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { dayNumber } from '@guatu/kernel'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { breakLine } from './break-line.ts'
import { signatureOf } from './closing.ts'
import { columnWidths } from './columns.ts'
import { page, sheetPage, titlePlaces, widePage } from './gbt9704.ts'
import { fitIssuerMark } from './head.ts'
import type { Block, DocumentModel } from './model.ts'
import { PAGE_SOURCE } from './pdf-page.ts'
import { SHORT_TABLE } from './table.ts'
import { chineseDate, headLines, numberLine, stateLine, xmlSafe } from './text.ts'

/** A folder of the bureau's own fonts (仿宋, 黑体 …): they go before the one that comes along. */
export interface PdfOptions {
  readonly fonts?: string
}

/** One compiler for each fonts folder: reading the fonts costs more than a page. */
const compilers = new Map<string, Promise<NodeCompiler>>()

/**
 * The bytes of a PDF of the document, set by Typst: nothing is downloaded, the same model and fonts give the same
 * bytes. Throws where the text does not compile, which no model may bring about.
 */
export async function writePdf(model: DocumentModel, { fonts = '' }: PdfOptions = {}): Promise<Uint8Array> {
  const compiler = await compilerFor(fonts)
  const inputs = { model: JSON.stringify(drawn(model)) }
  const compiled = compiler.compile({ mainFileContent: PAGE_SOURCE, inputs })
  const page = compiled.result
  if (!page)
    throw new Error(`the page does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  const noon = dayNumber(model.date) - dayNumber('1970-01-01')
  const bytes = compiler.pdf(page, { creationTimestamp: noon * 86_400 })
  compiler.evictCache(5)
  return new Uint8Array(bytes)
}

function compilerFor(fonts: string): Promise<NodeCompiler> {
  const known = compilers.get(fonts)
  if (known) return known
  const made = makeCompiler(fonts)
  compilers.set(fonts, made)
  return made
}

/** Loaded when the first PDF is asked for: 50 MB that nothing else needs. */
async function makeCompiler(fonts: string): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const home = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'),
  )
  const weights = ['400Regular', '700Bold'].map(weight => join(home, weight))
  return Compiler.create({ fontArgs: [{ fontPaths: [...(fonts === '' ? [] : [fonts]), ...weights] }] })
}

/** The model with what the page needs worked out, as JSON that Typst reads: no text of it is ever source. */
function drawn(model: DocumentModel): unknown {
  const { state } = model
  const line = stateLine(state)
  const sheet = model.layout === 'sheet'
  return safe({
    ...model,
    blocks: model.blocks.map(block => sized(block, sheet ? sheetPage.textWidth : undefined)),
    annexes: model.annexes.map(annex => ({
      ...annex,
      titleLines: breakLine(annex.title, titlePlaces((annex.wide ? widePage : page).textWidth)),
      blocks: annex.blocks.map(block => sized(block, annex.wide ? widePage.textWidth : undefined)),
    })),
    number: numberLine(model),
    to: model.to === '' ? '' : `${model.to.replace(/[:：]$/, '')}：`,
    day: chineseDate(model.date),
    title: sheet ? model.title : model.title.flatMap(line => breakLine(line, titlePlaces(page.textWidth))),
    signature: signatureOf(model),
    dateParts: model.date.split('-').map(Number),
    copyTo: model.copyTo.replace(/^抄送[:：]/, '').replace(/。$/, ''),
    fit: fitIssuerMark(model.mark === '' ? ' ' : model.mark),
    header: state.draft ? `草稿　${line}` : state.synthetic ? '示例数据' : '',
    about: `${line}　${state.hash}`,
  })
}

/** A table with its widths, its heads in lines and whether it stays on one page worked out. */
function sized(block: Block, textWidth: number | undefined): unknown {
  if (block.kind !== 'table') return block
  const { columns, rows } = block.table
  const widths = columnWidths(columns, textWidth, rows)
  const heads = columns.map(({ title }) => headLines(title))
  return { ...block, table: { ...block.table, widths, heads, whole: rows.length <= SHORT_TABLE } }
}

function safe(value: unknown): unknown {
  if (typeof value === 'string') return xmlSafe(value)
  if (Array.isArray(value)) return value.map(safe)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, safe(one)]))
}
