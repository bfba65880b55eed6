import { Document, Packer } from 'docx'
import type { DocumentModel } from './model.ts'
import { drawSections, turnedFooters } from './sections.ts'
import { Slots } from './slots.ts'
import { fontTableXml, stylesXml } from './styles.ts'
import { stateLine, xmlSafe } from './text.ts'
import { repack } from './zip.ts'

/** Word knows its watermarks by the beginning of this id; the rest, which the library draws by lot, is a number here. */
const watermarkId = (n: number) => (part: string) =>
  part.replace(/(?<=id="PowerPlusWaterMarkObject)[^"]*/g, String(n))
export const watermarkIds = { 'word/header1.xml': watermarkId(1), 'word/header2.xml': watermarkId(2) }

/**
 * The bytes of a .docx to GB/T 9704-2012. The same model gives the same bytes. The file's own dates are those of the
 * document; its description holds as-of, seq and hash of the evaluation it was made from.
 */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const slots = new Slots()
  const sections = drawSections(model, slots)
  const document = new Document({
    title: xmlSafe(model.title.join('')),
    creator: xmlSafe(model.signedBy),
    lastModifiedBy: xmlSafe(model.signedBy),
    description: xmlSafe(`${stateLine(model.state)}　${model.state.hash}`),
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    sections,
  })
  return repack(await Packer.toBuffer(document), {
    'word/document.xml': part => slots.fill(part),
    'word/styles.xml': stylesXml,
    'word/fontTable.xml': fontTableXml,
    ...(model.state.draft ? watermarkIds : {}),
    ...turnedFooters(model, sections),
    'docProps/core.xml': part => part.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${model.date}T00:00:00Z`),
  })
}
