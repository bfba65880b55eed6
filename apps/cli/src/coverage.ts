import { coverage as coverageOf } from '@guatu/scheme'
import { type Command, flag } from './command/command.ts'
import { knownSchemes, readScheme } from './input/scheme.ts'
import { proveAll } from './prove.ts'
import { table } from './table.ts'

export const coverage: Command = {
  usage: 'coverage [--prove] [--json]',
  about:
    '哪个条款由什么执行；--prove 逐个改动条目，看算例是否不通过 which clause is run by what; --prove: do the cases notice each change',
  options: { prove: flag, json: flag },
  words: [0, 0],
  async run({ values }, console) {
    const files = await knownSchemes(console.root)
    if (values.prove) return proveAll(files, Boolean(values.json), console)
    const schemes = await Promise.all(files.map(async file => (await readScheme(console.root, file)).scheme))
    const rows = coverageOf(schemes)
    if (values.json) console.print(JSON.stringify(rows))
    else
      console.print(
        table(
          ['条款 clause', '由 by', '条目 refs'],
          rows.map(({ clause, by, refs }) => [clause, by, refs.join(' ')]),
        ),
      )
    return 0
  },
}
