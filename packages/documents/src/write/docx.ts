import { Document, DocumentGridType, Packer } from 'docx'
import { drawAnnexes, drawBlocks } from './body.ts'
import { drawAnnexNote, drawSignature } from './closing.ts'
import { footerDistance, footers, headers } from './edges.ts'
import { CHAR_SPACE, LINE_PITCH, page, twips } from './gbt9704.ts'
import { drawHead } from './head.ts'
import { drawImprint } from './imprint.ts'
import type { DocumentModel } from './model.ts'
import { fontTableXml, stylesXml } from './styles.ts'
import { stateLine, xmlSafe } from './text.ts'
import { repack } from './zip.ts'

/** Word knows its watermarks by the beginning of this id; the rest, which the library draws by lot, is a number here. */
const watermarkId = (n: number) => (part: string) =>
  part.replace(/(?<=id="PowerPlusWaterMarkObject)[^"]*/g, String(n))
const watermarkIds = { 'word/header1.xml': watermarkId(1), 'word/header2.xml': watermarkId(2) }

/**
 * The bytes of a .docx to GB/T 9704-2012. The same model gives the same bytes. The file's own dates are those of the
 * document; its description holds as-of, seq and hash of the evaluation it was made from.
 */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const { top, right, bottom, left } = page
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
            size: { width: page.width, height: page.height },
            margin: { top, right, bottom, left, header: twips(20), footer: footerDistance, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHAR_SPACE },
        },
        headers: headers(model.state),
        footers: footers(),
        children: [
          ...drawHead(model),
          ...drawBlocks(model.blocks, true),
          ...drawAnnexNote(model.annexes),
          ...drawSignature(model),
          ...drawAnnexes(model.annexes),
          ...drawImprint(model),
        ],
      },
    ],
  })
  return repack(await Packer.toBuffer(document), {
    'word/styles.xml': stylesXml,
    'word/fontTable.xml': fontTableXml,
    ...(model.state.draft ? watermarkIds : {}),
    'docProps/core.xml': part => part.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${model.date}T00:00:00Z`),
  })
}
