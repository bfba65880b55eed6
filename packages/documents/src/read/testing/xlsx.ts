import { type ZipEntry, zip } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface XlsxParts {
  /** Content of `<worksheet>`, one per sheet; or the whole part when it is an entry. */
  readonly sheets: readonly (string | Omit<ZipEntry, 'name'>)[]
  readonly names?: readonly string[]
  readonly states?: readonly string[]
  readonly strings?: string
  readonly styles?: string
  readonly date1904?: boolean
  readonly more?: readonly ZipEntry[]
}

/** A workbook from its raw XML, so that a test can say what no writing library would. */
export function xlsx(parts: XlsxParts): Buffer {
  const sheetTags = parts.sheets.map((_, i) => {
    const state = parts.states?.[i] ? ` state="${parts.states[i]}"` : ''
    return `<sheet name="${parts.names?.[i] ?? `表${i + 1}`}" sheetId="${i + 1}" r:id="rId${i + 1}"${state}/>`
  })
  const targets = parts.sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  return zip([
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${parts.date1904 ? ' date1904="1"' : ''}/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
    },
    ...parts.sheets.map((content, i) => {
      const name = `xl/worksheets/sheet${i + 1}.xml`
      return typeof content === 'string'
        ? { name, data: `${HEAD}<worksheet ${MAIN}>${content}</worksheet>` }
        : { name, ...content }
    }),
    ...(parts.strings
      ? [{ name: 'xl/sharedStrings.xml', data: `${HEAD}<sst ${MAIN}>${parts.strings}</sst>` }]
      : []),
    ...(parts.styles
      ? [{ name: 'xl/styles.xml', data: `${HEAD}<styleSheet ${MAIN}>${parts.styles}</styleSheet>` }]
      : []),
    ...(parts.more ?? []),
  ])
}
