const begin = (mark: string, name: string) => `<!-- ${mark}: ${name} -->`
const end = (mark: string) => `<!-- ${mark} end -->`

/** The document with the text of each section between its marks replaced. Throws where a mark is missing. */
export function putSections(
  doc: string,
  sections: Readonly<Record<string, string>>,
  mark = 'real-data',
): string {
  return Object.entries(sections).reduce((text, [name, made]) => {
    const from = text.indexOf(begin(mark, name))
    const to = text.indexOf(end(mark), from)
    if (from < 0 || to < 0) throw new Error(`no marks of section ${name}`)
    return `${text.slice(0, from)}${begin(mark, name)}\n\n${made}\n\n${text.slice(to)}`
  }, doc)
}
