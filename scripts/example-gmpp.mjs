// The whole road with two real files: the UK's major projects, see examples/gmpp.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './build.mjs'

await build(['example-gmpp', 'worker', 'web'])
const { main } = await import(pathToFileURL(join(root, 'dist/example-gmpp.mjs')).href)
process.exitCode = await main(process.argv.slice(2), { root, env: process.env })
