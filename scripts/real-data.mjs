// Works out what docs/real-data.md keeps from the collected public data, see examples/real-data.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './build.mjs'

await build(['real-data'])
const { main } = await import(pathToFileURL(join(root, 'dist/real-data.mjs')).href)
process.exitCode = await main(process.argv.slice(2), { root })
