import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export { buildMaker } from '../make/testing/maker.ts'

/** The XML parts of an office file by path, each checked to be well-formed. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path))
  return Object.fromEntries(
    files.map(([path, part]) => {
      const xml = strFromU8(part)
      const parser = new SaxesParser()
      parser.on('error', error => {
        throw new Error(`${path}: ${error.message}`)
      })
      parser.write(xml).close()
      return [path, xml]
    }),
  )
}

/** The texts of the paragraphs of a WordprocessingML part, in order; a tab as \t. */
export function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = []
  const parser = new SaxesParser()
  let inText = false
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push('')
    if (name === 'w:tab' && inRun) append('\t')
    if (name === 'w:r') inRun = true
    inText = name === 'w:t'
  })
  let inRun = false
  const append = (text: string) => paragraphs.push((paragraphs.pop() ?? '') + text)
  parser.on('text', text => {
    if (inText) append(text)
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:r') inRun = false
    inText = false
  })
  parser.write(xml).close()
  return paragraphs
}

/** The definition of a paragraph style. */
export const styleOf = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? ''
