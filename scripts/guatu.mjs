// Runs the command line, built first if its sources have changed.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './build.mjs'

await build(['cli', 'worker'])
const { main } = await import(pathToFileURL(join(root, 'dist/cli.mjs')).href)
try {
  process.exitCode = await main(process.argv.slice(2), { root })
} catch (error) {
  console.error(error)
  process.exitCode = 2
}
