import { readFile, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import {
  fillTemplate,
  type TemplateFault,
  writeDocument,
  writeProjectTable,
  writeStarter,
} from '@guatu/documents'
import { DOCUMENT_KINDS, type DocumentFormat, type DocumentKind, documentKind } from '@guatu/domain'
import { documentOf, projectTable } from '@guatu/server'
import { type Command, flag, given, need, Refused, text, type Values } from './command/command.ts'
import { evaluateFolder } from './input/data.ts'
import { inputPath, outputPath } from './input/path.ts'

/** A data folder has no ledger and so no seq. */
const NO_SEQ = 0

const KINDS = [...DOCUMENT_KINDS.map(kind => kind.id), 'project-table']

export const document: Command = {
  usage: `document ${KINDS.join('|')} --scheme ID|FILE --data DIR --as-of DAY --out FILE [--template FILE] [--starter]`,
  about:
    '生成文书（docx、xlsx、pdf，按文件名）或其起始模板 write a document, by the name of the file, or its starting template',
  options: { scheme: text, data: text, 'as-of': text, out: text, template: text, starter: flag },
  words: [1, 1],
  async run({ words, values }, { root, note }) {
    const [id = ''] = words
    const kind = documentKind(id)
    if (!kind && id !== 'project-table')
      throw new Refused(`没有这种文书 no such document: ${id} (${KINDS.join(', ')})`)
    const file = outputPath(root, need(values, 'out'))
    if (!kind) {
      await writeFile(file, await writeProjectTable(projectTable(await evaluateFolder(root, values), NO_SEQ)))
    } else if (values.starter) {
      await writeFile(file, await writeStarter())
    } else {
      const faults = await make(kind, root, values, file)
      for (const fault of faults) note(`${fault.message}　${fault.mend}`)
      note(file)
      return faults.length > 0 ? 1 : 0
    }
    note(file)
    return 0
  },
}

/** With the bureau's template where one is given; a broken one is told and the built-in layout is used. */
async function make(
  kind: DocumentKind,
  root: string,
  values: Values,
  file: string,
): Promise<readonly TemplateFault[]> {
  const format = formatOf(kind, file)
  const evaluated = await evaluateFolder(root, values)
  const { scheme, settings } = evaluated.running.program
  const model = documentOf(kind, evaluated, NO_SEQ)
  const template = given(values, 'template')
  if (template === undefined) {
    await writeFile(file, await writeDocument(model, format))
    return []
  }
  if (format !== 'docx') throw new Refused(`模板只用于 .docx a template is for .docx only: ${file}`)
  const filled = fillTemplate(model, await readFile(inputPath(root, template)), kind.tables(scheme, settings))
  await writeFile(file, filled.ok ? filled.value : await writeDocument(model, 'docx'))
  return filled.ok ? [] : filled.error
}

function formatOf(kind: DocumentKind, file: string): DocumentFormat {
  const ending = extname(file).slice(1).toLowerCase()
  const format = kind.formats.find(one => one === ending)
  if (!format)
    throw new Refused(
      `${kind.name}可存为 a ${kind.nameEn.toLowerCase()} can be ${kind.formats.map(one => `.${one}`).join(' ')}: ${file}`,
    )
  return format
}
