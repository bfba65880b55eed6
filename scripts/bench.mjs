// Runs one measurement of bench/: `npm run bench -- evaluate [--json] [more]`; without a name it lists them.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { build, npmOutside, root } from './build.mjs'

const names = readdirSync(join(root, 'bench'))
  .filter(name => name.endsWith('.bench.ts'))
  .map(name => name.replace('.bench.ts', ''))
const [name = '', ...rest] = process.argv.slice(2)
if (!existsSync(join(root, 'bench', `${name}.bench.ts`))) {
  console.error(`npm run bench -- NAME, one of: ${names.join(', ')}`)
  process.exit(2)
}

await build(['server', 'worker', 'cli', 'web'])
await bundle(join('bench', `${name}.bench.ts`), `bench-${name}.mjs`)
await bundle('bench/plain/index.ts', 'bench-plain.mjs')
const outfile = join(root, 'dist', `bench-${name}.mjs`)
const child = spawn(process.execPath, ['--expose-gc', outfile, ...rest], { cwd: root, stdio: 'inherit' })
child.on('close', code => {
  process.exitCode = code ?? 1
})

function bundle(entry, out) {
  return esbuild({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(root, 'dist', out),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [npmOutside],
  })
}
