import { writeFile } from 'node:fs/promises'
import { writeDocx, writeProjectTable } from '@guatu/documents'
import { bulletinOf, projectTable } from '@guatu/server'
import { type Command, need, Refused, text } from './command/command.ts'
import { type Evaluated, evaluateFolder } from './input/data.ts'
import { outputPath } from './input/path.ts'

/** A data folder has no ledger and so no seq. */
const NO_SEQ = 0

const KINDS: Readonly<Record<string, (evaluated: Evaluated) => Promise<Uint8Array>>> = {
  bulletin: evaluated => writeDocx(bulletinOf(evaluated, NO_SEQ)),
  'project-table': evaluated => writeProjectTable(projectTable(evaluated, NO_SEQ)),
}

export const document: Command = {
  usage: 'document bulletin|project-table --scheme ID|FILE --data DIR --as-of DAY --out FILE',
  about: '生成通报（docx）或项目表（xlsx） write the bulletin or the project table',
  options: { scheme: text, data: text, 'as-of': text, out: text },
  words: [1, 1],
  async run({ words, values }, { root, note }) {
    const [kind = ''] = words
    const make = KINDS[kind]
    if (!make) throw new Refused(`没有这种文书 no such document: ${kind} (${Object.keys(KINDS).join(', ')})`)
    const file = outputPath(root, need(values, 'out'))
    await writeFile(file, await make(await evaluateFolder(root, values)))
    note(file)
    return 0
  },
}
