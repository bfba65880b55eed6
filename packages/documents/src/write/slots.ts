import { Paragraph, TextRun } from 'docx'

/** Marks a slot; no paragraph of ours is without a style, so that no text of a document can look like one. */
const slotXml = (n: string) => `<w:p><w:r><w:t xml:space="preserve">\uE000${n}\uE000</w:t></w:r></w:p>`
const SLOTS = new RegExp(slotXml('(\\d+)'), 'g')

/** Places in a document for XML that is written as text, as the library would take seconds over large tables. */
export class Slots {
  readonly #parts: string[] = []

  take(xml: string): Paragraph {
    this.#parts.push(xml)
    return new Paragraph({ children: [new TextRun(`\uE000${this.#parts.length - 1}\uE000`)] })
  }

  fill(documentXml: string): string {
    return documentXml.replace(SLOTS, (_, n) => this.#parts[Number(n)] ?? '')
  }
}
