import { type StyleId, styleName, styleXml } from '../write/styles.ts'

/** The styles of a template, by the names that an office program keeps; ids it gives anew when it saves a file. */
export class TemplateStyles {
  readonly #ids: ReadonlyMap<string, string>
  readonly #added = new Set<StyleId>()

  constructor(stylesXml: string) {
    const styles = stylesXml.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>.*?<w:name w:val="([^"]*)"/gs)
    this.#ids = new Map([...styles].map(([, id = '', name = '']) => [name.toLowerCase(), id]))
  }

  known(style: StyleId): string | undefined {
    return this.#ids.get(styleName(style).toLowerCase())
  }

  /** What a paragraph names to look like this. A style that the template does not have is added to it. */
  idOf(style: StyleId): string {
    const known = this.known(style)
    if (known !== undefined) return known
    this.#added.add(style)
    return addedId(style)
  }

  /** word/styles.xml with the styles that were asked for and missing. */
  complete(stylesXml: string): string {
    const added = [...this.#added].map(style => styleXml(style, addedId(style))).join('')
    return stylesXml.replace('</w:styles>', `${added}</w:styles>`)
  }
}

/** No id of an office program: those end in a number or are a name. */
const addedId = (style: StyleId) => `Guatu${style}`
