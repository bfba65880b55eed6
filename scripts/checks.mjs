// Works out what docs/checks.md keeps from the catalogue and the demo data, see demo/faults.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './build.mjs'

await build(['checks'])
const { main } = await import(pathToFileURL(join(root, 'dist/checks.mjs')).href)
process.exitCode = await main(process.argv.slice(2), { root })
