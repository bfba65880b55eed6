// npm start: builds what is stale, then runs database, server and demo in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const LEAST = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  console.error(`需要 Node ${LEAST.join('.')} 或更新版本，当前为 ${process.versions.node}。`)
  console.error(`Node ${LEAST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  process.exit(2)
}

const { build, root } = await import('./build.mjs')
console.log('正在准备 … Getting ready …')
const built = await build(['server', 'worker', 'web'])
if (built.length > 0) console.log(`已构建 built: ${built.join(', ')}`)
const { serve } = await import(pathToFileURL(join(root, 'dist/server.mjs')).href)
await serve({ root, env: process.env })
