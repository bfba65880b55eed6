import { strFromU8, unzipSync } from 'fflate'
import { type TemplateFault, templateFault } from './fault.ts'
import { outerFault } from './outer.ts'

/** All parts together; pictures of a letterhead may be some MB. */
const MOST_BYTES = 30_000_000
/** Of what is read as text; a page is 20 kB. */
const MOST_XML_BYTES = 8_000_000
const MOST_PARTS = 2_000

export type Parts = Readonly<Record<string, string>>

export interface OpenedTemplate {
  /** Every part, none larger than the file's directory says: what is packed again cannot grow any more. */
  readonly files: Readonly<Record<string, Uint8Array>>
  /** The XML parts as text. */
  readonly parts: Parts
}

/** The parts of a .docx that came from outside: bounded before it is unpacked, and with nothing that runs or fetches. */
export function openTemplate(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly value: OpenedTemplate }
  | { readonly ok: false; readonly error: readonly TemplateFault[] } {
  const refuse = (code: TemplateFault['code']) => ({ ok: false, error: [templateFault(code)] }) as const
  let unpacked = 0
  let xml = 0
  let count = 0
  const within = () => unpacked <= MOST_BYTES && xml <= MOST_XML_BYTES && count <= MOST_PARTS
  const names: string[] = []
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name)
        count += 1
        unpacked += originalSize
        if (isXml(name)) xml += originalSize
        return within()
      },
    })
    if (!within()) return refuse('template.too-large')
    if (names.some(name => /vbaProject/i.test(name))) return refuse('template.has-macros')
    if (!files['word/document.xml'] || names.some(isUnsafe)) return refuse('template.not-a-docx')
    const parts = Object.fromEntries(
      Object.entries(files).flatMap(([path, part]) => (isXml(path) ? [[path, strFromU8(part)]] : [])),
    )
    const outer = outerFault(names, parts)
    return outer ? refuse(outer) : { ok: true, value: { files, parts } }
  } catch {
    return refuse('template.not-a-docx')
  }
}

const isXml = (name: string) => /\.(xml|rels|vml)$/i.test(name)

/** Would lie elsewhere when somebody unpacks what was issued. */
const isUnsafe = (name: string) => /^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)/i.test(name)
