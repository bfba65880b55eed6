import { strFromU8, unzipSync } from 'fflate'
import { type TemplateFault, templateFault } from './fault.ts'

/** A page of text is 20 kB; pictures of a letterhead may be some MB. */
const MOST_BYTES = 30_000_000

export type Parts = Readonly<Record<string, string>>

/** The XML parts of a .docx that came from outside: bounded before it is unpacked, and without macros. */
export function openTemplate(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly value: Parts }
  | { readonly ok: false; readonly error: readonly TemplateFault[] } {
  const refuse = (code: TemplateFault['code']) => ({ ok: false, error: [templateFault(code)] }) as const
  let unpacked = 0
  let macros = false
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize
        macros ||= /vbaProject/i.test(name)
        return unpacked <= MOST_BYTES && /\.(xml|rels)$/.test(name)
      },
    })
    if (unpacked > MOST_BYTES) return refuse('template.too-large')
    if (macros) return refuse('template.has-macros')
    if (!files['word/document.xml']) return refuse('template.not-a-docx')
    return {
      ok: true,
      value: Object.fromEntries(Object.entries(files).map(([path, part]) => [path, strFromU8(part)])),
    }
  } catch {
    return refuse('template.not-a-docx')
  }
}
