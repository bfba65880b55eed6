import type { DocumentModel } from '@guatu/domain'
import Docxtemplater from 'docxtemplater'
import { zipSync } from 'fflate'
import PizZip from 'pizzip'
import { repack } from '../write/zip.ts'
import { stateText, type Tags, tagsOf } from './data.ts'
import { markState } from './draft.ts'
import { type TemplateFault, templateFault } from './fault.ts'
import { fitWords } from './fit.ts'
import { openTemplate, type Parts } from './open.ts'
import { dropEmptyTagLines, markTagLines } from './tag-lines.ts'
import { TemplateStyles } from './template-styles.ts'
import { placeOf } from './where.ts'

export type Filled =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly error: readonly TemplateFault[] }

/**
 * A bureau's .docx filled with a document: the same template and model give the same bytes. Of a broken template all
 * faults at once. `tables`: names of tables that may be missing this time.
 */
export function fillTemplate(
  model: DocumentModel,
  template: Uint8Array,
  tables: readonly string[] = [],
): Filled {
  const opened = openTemplate(template)
  if (!opened.ok) return opened
  const { files, parts } = opened.value
  const unknown = new Set<string>()
  try {
    const zip = new PizZip(zipSync(files, { level: 0 }))
    zip.file(BODY, markTagLines(parts[BODY] ?? ''))
    const filler = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: tag => ({ get: scope => ownValue(scope, tag.trim()) }),
      nullGetter(part) {
        const name = String(part.value ?? '').trim()
        if (!tables.includes(name)) unknown.add(name)
        return part.module === 'loop' ? [] : ''
      },
    })
    const styles = new TemplateStyles(parts[STYLES] ?? '')
    filler.render(tagsOf(model, style => styles.idOf(style)))
    if (unknown.size > 0) return { ok: false, error: [...unknown].map(tag => unknownTag(parts, tag)) }
    const bytes = filler.getZip().generate({ type: 'uint8array' })
    const state = markState(parts, model.state, stateText(model))
    const finish = (part: string) => fitWords(dropEmptyTagLines(part), model, styles)
    const stateIn = state[BODY] ?? (part => part)
    return {
      ok: true,
      value: repack(bytes, {
        ...state,
        [BODY]: part => stateIn(finish(part)),
        ...(parts[STYLES] !== undefined && { [STYLES]: part => styles.complete(part) }),
      }),
    }
  } catch (error) {
    return { ok: false, error: faultsOf(error, parts) }
  }
}

const BODY = 'word/document.xml'
const STYLES = 'word/styles.xml'

/** Names alone, no expressions: a template reads what it is given and nothing else. */
const ownValue = (scope: Tags | string, tag: string) =>
  tag === '.' ? scope : typeof scope === 'object' && Object.hasOwn(scope, tag) ? scope[tag] : undefined

const unknownTag = (parts: Parts, tag: string) =>
  templateFault('template.unknown-tag', tag, anyPlace(parts, tag))

/** With its braces first, as a tag's name may stand in the text too. */
const anyPlace = (parts: Parts, tag: string) =>
  ['{', '{#', '{/', '{^', '{@', ''].map(open => placeOf(parts, open + tag)).find(place => place !== undefined)

interface LibraryError {
  readonly properties?: {
    readonly id?: string
    readonly xtag?: string
    readonly openingtag?: string
    readonly closingtag?: string
    readonly errors?: readonly LibraryError[]
  }
}

const CODES: Readonly<Record<string, TemplateFault['code']>> = {
  unclosed_tag: 'template.unclosed-tag',
  duplicate_open_tag: 'template.unclosed-tag',
  unopened_tag: 'template.unopened-tag',
  duplicate_close_tag: 'template.unopened-tag',
  unclosed_loop: 'template.unclosed-loop',
  unopened_loop: 'template.unopened-loop',
  closing_tag_does_not_match_opening_tag: 'template.crossed-loops',
  raw_xml_tag_not_in_paragraph: 'template.table-tag-not-alone',
  raw_tag_outerxml_invalid: 'template.table-tag-not-alone',
}

/** All faults that the library found. What it did not foresee is ours to mend, and thrown on. */
function faultsOf(error: unknown, parts: Parts): TemplateFault[] {
  const { properties } = error as LibraryError
  if (!properties?.id) throw error
  const each = properties.errors ?? [error as LibraryError]
  return each.map(({ properties: of }) => {
    const code = CODES[of?.id ?? ''] ?? 'template.cannot-be-filled'
    const said = (of?.xtag ?? of?.closingtag ?? of?.openingtag ?? '').replaceAll('\uE001', '').trim()
    const tag = code === 'template.unopened-tag' ? lastOf(parts, said) : said
    return templateFault(code, tag, anyPlace(parts, tag))
  })
}

/** Of a tag without a beginning the library gives all text before it: what stands in one paragraph is the tag. */
function lastOf(parts: Parts, said: string): string {
  for (let from = 0; from < said.length; from++) {
    const tag = said.slice(from)
    if (placeOf(parts, `${tag}}`)) return tag
  }
  return said
}
