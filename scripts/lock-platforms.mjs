// Names in package-lock.json the packages of every platform. Where a registry does not hold those of other platforms,
// npm leaves them out of the lock without a word, and then refuses its own lock in `npm ci`.
// Run after any `npm install`; `--check` only tells (exit 1) and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const { packages } = lock

const OS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
  'windows',
]
const CPU = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
  'universal',
]

/** Where Node would find `name` from `place`: the nearest folder upwards that holds it. */
function found(place, name) {
  for (let at = place; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    if (packages[`${at}/node_modules/${name}`.replace(/^\//, '')]) return true
    if (!at.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`])
  }
}

function platformOf(name) {
  const words = name.split('/').pop().split(/[-.]/)
  const os = words.map(word => (word === 'windows' ? 'win32' : word)).filter(word => OS.includes(word))
  const cpu = words
    .map(word => (/^arm(v6|v7|eabi)?$/.test(word) ? 'arm' : word))
    .filter(word => CPU.includes(word))
  const libc = words.some(word => word.startsWith('musl')) ? ['musl'] : undefined
  return {
    ...(cpu[0] ? { cpu: [cpu[0]] } : {}),
    ...(libc ? { libc } : {}),
    ...(os[0] ? { os: [os[0]] } : {}),
  }
}

const missing = []
for (const [place, { optionalDependencies, dev }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
    if (found(place, name)) continue
    const version = /\d+\.\d+\.\d+.*$/.exec(range)?.[0]
    if (!version) throw new Error(`${place}: ${name}@${range} names no version`)
    missing.push(name)
    const kept = dev ? { dev: true } : {}
    packages[`node_modules/${name}`] = { version, ...kept, optional: true, ...platformOf(name) }
  }
}

if (process.argv.includes('--check')) {
  if (missing.length > 0) {
    console.error(
      `package-lock.json lacks ${missing.length} packages of other platforms: node scripts/lock-platforms.mjs`,
    )
    process.exit(1)
  }
} else if (missing.length > 0) {
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))
  lock.packages = Object.fromEntries(sorted)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`added ${missing.length}`)
}
