import { DocumentGridType, type FileChild, type ISectionOptions, PageOrientation } from 'docx'
import { drawAnnex, drawBlocks } from './body.ts'
import { drawAnnexNote, drawSignature } from './closing.ts'
import { footerDistance, footers, headers, sheetFooters } from './edges.ts'
import { CHAR_SPACE, LINE_PITCH, page, sheetPage, twips, widePage } from './gbt9704.ts'
import { drawHead } from './head.ts'
import { drawImprint } from './imprint.ts'
import type { DocumentModel } from './model.ts'
import type { Slots } from './slots.ts'
import { turnPageNumber } from './turned.ts'

type Properties = ISectionOptions['properties']

const GRID = { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHAR_SPACE }

function propertiesOf(of: typeof page, header: number, footer: number, onItsSide: boolean): Properties {
  const { width, height, top, right, bottom, left } = of
  // the library swaps the two itself where the page lies on its side
  const size = onItsSide
    ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
    : { width, height }
  return {
    page: { size, margin: { top, right, bottom, left, header, footer, gutter: 0 } },
    ...(!onItsSide && { grid: GRID }),
  }
}

/** A run of pages that lie the same way. */
interface Run {
  readonly wide: boolean
  readonly children: FileChild[]
}

/** The text and annexes in the order in which they stand; the 版记 closes an upright page, on its own where it must. */
function runsOf(model: DocumentModel, slots: Slots): Run[] {
  const official = model.layout === 'official'
  const text = [
    ...drawHead(model),
    ...drawBlocks(model.blocks, { slots, closed: official }),
    ...drawAnnexNote(model.annexes),
    ...(official ? drawSignature(model) : []),
  ]
  const runs: Run[] = [{ wide: false, children: text }]
  const on = (wide: boolean): Run => {
    const last = runs.at(-1)
    if (last?.wide === wide) return last
    const next = { wide, children: [] }
    runs.push(next)
    return next
  }
  model.annexes.forEach((annex, i) => {
    const run = on(annex.wide === true)
    const textWidth = run.wide ? widePage.textWidth : page.textWidth
    const label = `附件${model.annexes.length > 1 ? i + 1 : ''}`
    run.children.push(...drawAnnex(annex, label, { slots, textWidth, breakBefore: run.children.length > 0 }))
  })
  on(false).children.push(...drawImprint(model))
  return runs
}

/** The pages of a document, a section for each run of them. Later sections have the headers of the first. */
export function drawSections(model: DocumentModel, slots: Slots): ISectionOptions[] {
  if (model.layout === 'sheet') {
    const children = [
      ...drawHead(model),
      ...drawBlocks(model.blocks, { slots, textWidth: sheetPage.textWidth }),
    ]
    const properties = propertiesOf(sheetPage, twips(10), twips(8), true)
    return [{ properties, headers: headers(model.state), footers: sheetFooters(), children }]
  }
  return runsOf(model, slots).map(({ wide, children }, i) => ({
    properties: propertiesOf(wide ? widePage : page, twips(wide ? 12 : 20), footerDistance, wide),
    ...(i === 0 && { headers: headers(model.state) }),
    footers: footers(),
    children,
  }))
}

/** Each section has two footers, odd pages first; those of pages on their side are turned with them. */
export function turnedFooters(
  { layout }: DocumentModel,
  sections: readonly ISectionOptions[],
): Readonly<Record<string, (part: string) => string>> {
  if (layout === 'sheet') return {}
  const turned = sections.flatMap(({ properties }, i) =>
    properties?.page?.size?.orientation === PageOrientation.LANDSCAPE ? [2 * i + 1, 2 * i + 2] : [],
  )
  return Object.fromEntries(turned.map(n => [`word/footer${n}.xml`, turnPageNumber(n)]))
}
