// The gate: types, style, dead code, dependency direction, house rules, scheme lint and lock file; people and CI run the same.
// `npm run check` runs all of it, `npm run check -- types style` some. One line each; what failed is shown in full.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { houseRules } from './house-rules.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = name => join(root, 'node_modules', '.bin', name)

const TYPES_SEEN = join(root, 'node_modules', '.cache', 'guatu.tsbuildinfo')

const PARTS = {
  types: () =>
    run(bin('tsc'), ['-p', '.', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', TYPES_SEEN]),
  style: () => run(bin('biome'), ['check', '--error-on-warnings', '--max-diagnostics=50', '.']),
  'dead code': () => run(bin('knip'), ['--no-progress']),
  direction: () => run(bin('depcruise'), ['packages', 'apps', '--output-type', 'err-long']),
  'house rules': async () => {
    const found = await houseRules(root)
    return { ok: found.length === 0, output: found.join('\n') }
  },
  schemes: () => run(process.execPath, [join(root, 'scripts', 'guatu.mjs'), 'check']),
  lock: () => run(process.execPath, [join(root, 'scripts', 'lock-platforms.mjs'), '--check']),
}

function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', bytes => {
      output += bytes
    })
    child.stderr.on('data', bytes => {
      output += bytes
    })
    child.on('error', error => resolve({ ok: false, output: error.message }))
    child.on('close', code => resolve({ ok: code === 0, output }))
  })
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}

const names = asked.length > 0 ? asked : Object.keys(PARTS)
const failed = []
await Promise.all(
  names.map(async name => {
    const from = performance.now()
    const { ok, output } = await PARTS[name]()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds} s`)
    if (!ok) failed.push({ name, output })
  }),
)
for (const { name, output } of failed) console.log(`\n--- ${name}\n${output.trim()}`)
if (failed.length > 0) {
  console.log(
    `\n${failed.length} of ${names.length} parts of the gate failed: ${failed.map(one => one.name).join(', ')}`,
  )
  process.exitCode = 1
}
