import { join } from 'node:path'
import { loadDemo, loadSchemes, serve as serveUntilStopped } from '@guatu/server'
import { type Command, Refused } from './command/command.ts'
import { withDatabase } from './input/database.ts'

export const serve: Command = {
  usage: 'serve',
  about: '启动服务，不装入演示数据 run the server without the demo',
  options: {},
  words: [0, 0],
  async run(_, { root }) {
    await serveUntilStopped({ root, env: process.env, demo: false })
    return 0
  },
}

export const demo: Command = {
  usage: 'demo load',
  about: '向空库装入演示数据 load the demo into an empty database',
  options: {},
  words: [1, 1],
  async run({ words }, { root, print }) {
    if (words[0] !== 'load') throw new Refused('用法 usage: guatu demo load')
    const plans = await withDatabase(root, async database => {
      const { schemes } = await loadSchemes(database, [join(root, 'schemes')])
      return loadDemo(database, join(root, 'demo'), schemes)
    })
    for (const { name, businessDate } of plans) print(`${name}  ${businessDate}`)
    if (plans.length === 0)
      throw new Refused('库中已有真实数据，未装入 the database holds real work: nothing was loaded')
    return 0
  },
}
