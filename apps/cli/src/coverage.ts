import { coverage as coverageOf } from '@guatu/scheme'
import { type Command, flag } from './command/command.ts'
import { knownSchemes, readScheme } from './input/scheme.ts'
import { table } from './table.ts'

export const coverage: Command = {
  usage: 'coverage [--json]',
  about: '哪个条款由什么执行 which clause is run by what',
  options: { json: flag },
  words: [0, 0],
  async run({ values }, { root, print }) {
    const files = await knownSchemes(root)
    const schemes = await Promise.all(files.map(async file => (await readScheme(root, file)).scheme))
    const rows = coverageOf(schemes)
    if (values.json) print(JSON.stringify(rows))
    else
      print(
        table(
          ['条款 clause', '由 by', '条目 refs'],
          rows.map(({ clause, by, refs }) => [clause, by, refs.join(' ')]),
        ),
      )
    return 0
  },
}
