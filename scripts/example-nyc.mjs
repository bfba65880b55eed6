// The whole road with a real file: New York's capital projects, see examples/nyc.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './build.mjs'

await build(['example-nyc', 'worker', 'web'])
const { main } = await import(pathToFileURL(join(root, 'dist/example-nyc.mjs')).href)
process.exitCode = await main(process.argv.slice(2), { root, env: process.env })
