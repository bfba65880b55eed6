import { exportJsonSchema } from '@guatu/scheme'
import type { Command } from './command/command.ts'

export const schema: Command = {
  usage: 'schema',
  about:
    '方案语言的 JSON Schema，供编辑器补全和检查 JSON Schema of plans, for editors that complete and check',
  options: {},
  words: [0, 0],
  async run(_, { print }) {
    print(JSON.stringify(exportJsonSchema(), null, 2))
    return 0
  },
}
