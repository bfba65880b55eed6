import type { FileChild } from 'docx'
import type { Annex, Block } from './model.ts'
import { blankLine, paragraph } from './paragraph.ts'
import type { Slots } from './slots.ts'
import { tableXml } from './table.ts'

const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const

interface Drawing {
  readonly slots: Slots
  /** A signature follows: the last paragraph stays with it, as no page may hold a signature alone. */
  readonly closed?: boolean
  readonly textWidth?: number
}

function drawBlock(block: Block, keepNext: boolean, { slots, textWidth }: Drawing): FileChild {
  if (block.kind === 'heading') return paragraph(HEADINGS[block.level], block.text)
  if (block.kind === 'paragraph') return paragraph('Body', block.text, { keepNext })
  return slots.take(tableXml(block.table, textWidth))
}

export const drawBlocks = (blocks: readonly Block[], drawing: Drawing): FileChild[] =>
  blocks.map((block, i) => drawBlock(block, drawing.closed === true && i === blocks.length - 1, drawing))

/** Clause 7.3.7: on a page of its own, the label flush left in the first line, the title in the third. */
export const drawAnnexes = (annexes: readonly Annex[], slots: Slots): FileChild[] =>
  annexes.flatMap((annex, i) => [
    paragraph('AnnexLabel', `附件${annexes.length > 1 ? i + 1 : ''}`, { pageBreakBefore: true }),
    blankLine(),
    paragraph('Title', annex.title),
    blankLine(),
    ...drawBlocks(annex.blocks, { slots }),
  ])
