// npm start: builds what is stale, then runs database, server and, in an empty database, the demo in this process.
// npm start -- --empty: without the demo; the first page asks for the setup code that is printed here.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const LEAST = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  console.error(`需要 Node ${LEAST.join('.')} 或更新版本，当前为 ${process.versions.node}。`)
  console.error(`Node ${LEAST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  process.exit(2)
}

const unknown = process.argv.slice(2).filter(word => word !== '--empty')
if (unknown.length > 0) {
  console.error(`不认识的参数 unknown: ${unknown.join(' ')}\n用法 usage: npm start [-- --empty]`)
  process.exit(2)
}

console.log('正在准备 … Getting ready …')
const root = dirname(dirname(fileURLToPath(import.meta.url)))
// In a process of its own: the bundlers' memory goes with it.
const builder = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), 'server', 'worker', 'web'], {
  stdio: 'inherit',
})
if (builder.status !== 0) process.exit(builder.status ?? 1)
const { serve } = await import(pathToFileURL(join(root, 'dist/server.mjs')).href)
await serve({ root, env: process.env, empty: process.argv.includes('--empty') })
