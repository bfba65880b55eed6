import { strFromU8 } from 'fflate'
import { SaxesParser } from 'saxes'

export interface FormParts {
  /** Sheet name → path of its part. */
  readonly sheets: ReadonlyMap<string, string>
  /** Names that the file defines of single cells → sheet and address. */
  readonly names: ReadonlyMap<string, { readonly sheet: string; readonly cell: string }>
}

/** Which part holds which sheet, and the names of cells. Throws on broken XML. */
export function formParts(files: Readonly<Record<string, Uint8Array>>): FormParts {
  const targets = new Map<string, string>()
  each(textOf(files, 'xl/_rels/workbook.xml.rels'), (name, { Id, Type, Target = '' }) => {
    if (name === 'Relationship' && Id && Type?.endsWith('/worksheet'))
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  })
  const sheets = new Map<string, string>()
  const names = new Map<string, { sheet: string; cell: string }>()
  let defining: string | undefined
  each(
    textOf(files, 'xl/workbook.xml'),
    (name, attributes) => {
      defining = name === 'definedName' ? attributes.name : undefined
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const part = targets.get(id)
      if (part && attributes.name) sheets.set(attributes.name, part)
    },
    text => {
      const [, quoted, plain, cell] =
        /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)$/.exec(text.trim()) ?? []
      const sheet = quoted?.replaceAll("''", "'") ?? plain
      if (defining && sheet && cell) names.set(defining, { sheet, cell })
    },
  )
  return { sheets, names }
}

export const textOf = (files: Readonly<Record<string, Uint8Array>>, path: string): string => {
  const part = files[path]
  if (!part) throw new Error(`no part ${path}`)
  return strFromU8(part)
}

function each(
  xml: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
  text: (text: string) => void = () => undefined,
): void {
  const parser = new SaxesParser({ xmlns: false as const, position: false })
  parser.on('doctype', () => {
    throw new Error('a workbook declares no document type')
  })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => open(tag.name.slice(tag.name.indexOf(':') + 1), tag.attributes))
  parser.on('text', text)
  parser.write(xml).close()
}
