/** Stands at the beginning of a line of tags alone while it is filled; no text of a document is a run of its own like it. */
const MARK = '<w:r><w:t>\uE001\uE001</w:t></w:r>'
const MARKED = /<w:r><w:t(?: [^>]*)?>\uE001\uE001<\/w:t><\/w:r>/g

/** Paragraphs with what they stand in. One that holds a text box ends at the box's first paragraph: it is left alone. */
const PIECES = /<w:tbl>|<\/w:tbl>|<w:p(?: [^>]*)?>.*?<\/w:p>/gs
const LEFT_ALONE = /<w:txbxContent|<w:sectPr|<w:drawing|<w:pict/
/** `{#甲}…{/甲}` from one end of the line to the other, or one tag and nothing else. */
const TAGS_ALONE = /^\{[#^]\s*([^{}]+?)\s*\}.*\{\/\s*\1\s*\}$|^\{[^#/^@{}]+\}$/s

const textOf = (paragraph: string) =>
  [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('')

/** Marks the lines of tags alone, outside of tables: a cell must keep its paragraph. */
export function markTagLines(xml: string): string {
  let tables = 0
  return xml.replace(PIECES, piece => {
    if (piece === '<w:tbl>') tables += 1
    else if (piece === '</w:tbl>') tables -= 1
    else if (tables === 0 && !LEFT_ALONE.test(piece) && TAGS_ALONE.test(textOf(piece).trim()))
      return piece.replace(/<w:r[ >]/, run => MARK + run)
    return piece
  })
}

/** Of the marked lines, those that came out empty are gone, and the marks of the others: no gap stands for a tag. */
export const dropEmptyTagLines = (xml: string): string =>
  xml.replace(PIECES, piece => {
    if (!piece.startsWith('<w:p') || piece.search(MARKED) < 0) return piece
    const rest = piece.replace(MARKED, '')
    return textOf(rest).trim() === '' && !LEFT_ALONE.test(rest) ? '' : rest
  })
