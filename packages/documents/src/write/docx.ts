import { Document, DocumentGridType, type FileChild, Packer, PageOrientation } from 'docx'
import { drawAnnexes, drawBlocks } from './body.ts'
import { drawAnnexNote, drawSignature } from './closing.ts'
import { footerDistance, footers, headers } from './edges.ts'
import { CHAR_SPACE, LINE_PITCH, page, sheetPage, twips } from './gbt9704.ts'
import { drawHead } from './head.ts'
import { drawImprint } from './imprint.ts'
import type { DocumentModel } from './model.ts'
import { Slots } from './slots.ts'
import { fontTableXml, stylesXml } from './styles.ts'
import { stateLine, xmlSafe } from './text.ts'
import { repack } from './zip.ts'

/** Word knows its watermarks by the beginning of this id; the rest, which the library draws by lot, is a number here. */
const watermarkId = (n: number) => (part: string) =>
  part.replace(/(?<=id="PowerPlusWaterMarkObject)[^"]*/g, String(n))
export const watermarkIds = { 'word/header1.xml': watermarkId(1), 'word/header2.xml': watermarkId(2) }

/** A brief names who issues it above the text, a sheet is the tables alone. */
function drawAll(model: DocumentModel, slots: Slots): FileChild[] {
  if (model.layout === 'sheet')
    return [...drawHead(model), ...drawBlocks(model.blocks, { slots, textWidth: sheetPage.textWidth })]
  const official = model.layout === 'official'
  return [
    ...drawHead(model),
    ...drawBlocks(model.blocks, { slots, closed: official }),
    ...drawAnnexNote(model.annexes),
    ...(official ? drawSignature(model) : []),
    ...drawAnnexes(model.annexes, slots),
    ...drawImprint(model),
  ]
}

/**
 * The bytes of a .docx to GB/T 9704-2012. The same model gives the same bytes. The file's own dates are those of the
 * document; its description holds as-of, seq and hash of the evaluation it was made from.
 */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const sheet = model.layout === 'sheet'
  const { top, right, bottom, left, width, height } = sheet ? sheetPage : page
  const slots = new Slots()
  const document = new Document({
    title: xmlSafe(model.title.join('')),
    creator: xmlSafe(model.signedBy),
    lastModifiedBy: xmlSafe(model.signedBy),
    description: xmlSafe(`${stateLine(model.state)}　${model.state.hash}`),
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            // the library swaps the two itself where the page lies on its side
            size: sheet
              ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
              : { width, height },
            margin: {
              top,
              right,
              bottom,
              left,
              header: twips(sheet ? 10 : 20),
              footer: sheet ? twips(8) : footerDistance,
              gutter: 0,
            },
          },
          ...(sheet
            ? {}
            : {
                grid: {
                  type: DocumentGridType.LINES_AND_CHARS,
                  linePitch: LINE_PITCH,
                  charSpace: CHAR_SPACE,
                },
              }),
        },
        headers: headers(model.state),
        footers: footers(),
        children: drawAll(model, slots),
      },
    ],
  })
  return repack(await Packer.toBuffer(document), {
    'word/document.xml': part => slots.fill(part),
    'word/styles.xml': stylesXml,
    'word/fontTable.xml': fontTableXml,
    ...(model.state.draft ? watermarkIds : {}),
    'docProps/core.xml': part => part.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${model.date}T00:00:00Z`),
  })
}
