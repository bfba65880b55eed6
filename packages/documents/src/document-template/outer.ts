import type { TemplateFault } from './fault.ts'

/** Fields by which Word fetches or starts something when the document is opened. */
const FETCHING = /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)\b/i

/**
 * What would reach out of an issued document or run in it. A link to click on is none of that; a linked picture, an
 * attached template, an embedded program or a text of another format is.
 */
export function outerFault(
  names: readonly string[],
  parts: Readonly<Record<string, string>>,
): TemplateFault['code'] | undefined {
  const texts = Object.values(parts)
  if (texts.some(xml => /<!(DOCTYPE|ENTITY)/i.test(xml))) return 'template.not-a-docx'
  if (names.some(isObject)) return 'template.has-objects'
  const relations = Object.entries(parts).flatMap(([path, xml]) =>
    path.endsWith('.rels') ? tagsOf(xml) : [],
  )
  if (relations.some(tag => /aFChunk/i.test(attribute(tag, 'Type')))) return 'template.has-objects'
  const fetched = relations.some(
    tag => attribute(tag, 'TargetMode') === 'External' && !attribute(tag, 'Type').endsWith('/hyperlink'),
  )
  return fetched || texts.some(xml => fieldsOf(xml).some(field => FETCHING.test(field)))
    ? 'template.has-links'
    : undefined
}

/** Charts keep their figures in a workbook inside. */
const isObject = (name: string) =>
  /\/activeX\//i.test(name) || (/\/embeddings\//i.test(name) && !/\.xlsx$/i.test(name))

const tagsOf = (xml: string) => xml.match(/<(?:\w+:)?Relationship\b[^<>]*>/g) ?? []

const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''

/** What fields say, each joined over the runs that it is cut into. */
function fieldsOf(xml: string): string[] {
  const simple = [...xml.matchAll(/<\w+:fldSimple\b[^<>]*\binstr\s*=\s*["']([^"']*)/g)].map(
    ([, said = '']) => said,
  )
  const found = xml.matchAll(/<\w+:fldChar\b[^<>]*>|<\w+:instrText\b[^<>]*>([^<]*)/g)
  const complex = [...found].map(([, said]) => said ?? '\n').join('')
  return [...simple, ...complex.split('\n')]
}
