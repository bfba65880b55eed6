import type { FileChild } from 'docx'
import { drawTitle } from './head.ts'
import type { Annex, Block } from './model.ts'
import { blankLine, paragraph, tie } from './paragraph.ts'
import type { Slots } from './slots.ts'
import { tableXml } from './table.ts'

const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const

interface Drawing {
  readonly slots: Slots
  /** A signature follows: the last paragraph stays with it, as no page may hold a signature alone. */
  readonly closed?: boolean
  /** Nothing but the end of the page follows: no room is left below a last table. */
  readonly ends?: boolean
  readonly textWidth?: number
}

function drawBlock(block: Block, last: boolean, { slots, closed, ends, textWidth }: Drawing): FileChild {
  const keepNext = last && closed === true
  if (block.kind === 'heading') return paragraph(HEADINGS[block.level], block.text)
  if (block.kind === 'paragraph') return paragraph('Body', block.text, { keepNext })
  return slots.take(tableXml(block.table, { textWidth, ends: last && ends === true }))
}

export const drawBlocks = (blocks: readonly Block[], drawing: Drawing): FileChild[] =>
  blocks.map((block, i) => drawBlock(block, i === blocks.length - 1, drawing))

/** Clause 7.3.7: on a page of its own, the label flush left in the first line, the title in the third. */
export const drawAnnex = (
  { title, blocks }: Annex,
  label: string,
  drawing: Drawing & { readonly breakBefore: boolean },
): FileChild[] => [
  paragraph('AnnexLabel', label, { pageBreakBefore: drawing.breakBefore }),
  blankLine(),
  ...drawTitle([title], drawing.textWidth),
  blankLine(),
  ...drawBlocks(blocks, { ...drawing, ends: true }),
  tie(),
]
