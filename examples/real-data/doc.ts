const begin = (name: string) => `<!-- real-data: ${name} -->`
const END = '<!-- real-data end -->'

/** The document with the text of each section between its marks replaced. Throws where a mark is missing. */
export function putSections(doc: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((text, [name, made]) => {
    const from = text.indexOf(begin(name))
    const to = text.indexOf(END, from)
    if (from < 0 || to < 0) throw new Error(`no marks of section ${name}`)
    return `${text.slice(0, from)}${begin(name)}\n\n${made}\n\n${text.slice(to)}`
  }, doc)
}
