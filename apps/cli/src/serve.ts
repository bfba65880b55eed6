import { serve as serveUntilStopped } from '@guatu/server'
import type { Command } from './command/command.ts'

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
