// Bundles what runs into dist/: server, CLI, the reading thread and the making process (workspace packages inside, npm
// packages outside), and the web app into apps/web/dist. A part whose sources have not changed since its last build is left as it is.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

const CORE = [
  'packages/kernel',
  'packages/scheme',
  'packages/domain',
  'packages/contract',
  'packages/documents',
  'packages/store',
]
const SHARED = ['package-lock.json', 'scripts/build.mjs']

const PARTS = {
  server: {
    sources: [...CORE, 'apps/server'],
    out: 'dist/server.mjs',
    build: () => bundle('apps/server/src/index.ts', 'server.mjs'),
  },
  worker: {
    sources: ['packages/kernel', 'packages/scheme', 'packages/domain', 'packages/documents'],
    out: 'dist/write-worker.mjs',
    build: async () => {
      await bundle('packages/documents/src/read/worker.ts', 'read-worker.mjs')
      await bundle('packages/documents/src/make/worker.ts', 'write-worker.mjs')
    },
  },
  cli: {
    sources: [...CORE, 'apps/server', 'apps/cli'],
    out: 'dist/cli.mjs',
    build: () => bundle('apps/cli/src/index.ts', 'cli.mjs'),
  },
  'example-nyc': {
    sources: [...CORE, 'apps/server', 'e2e/support', 'examples/nyc'],
    out: 'dist/example-nyc.mjs',
    build: () => bundle('examples/nyc/index.ts', 'example-nyc.mjs'),
  },
  'example-gmpp': {
    sources: [...CORE, 'apps/server', 'e2e/support', 'examples/gmpp'],
    out: 'dist/example-gmpp.mjs',
    build: () => bundle('examples/gmpp/index.ts', 'example-gmpp.mjs'),
  },
  'real-data': {
    sources: [...CORE, 'apps/server', 'examples/gmpp', 'examples/real-data'],
    out: 'dist/real-data.mjs',
    build: () => bundle('examples/real-data/index.ts', 'real-data.mjs'),
  },
  checks: {
    sources: [...CORE, 'examples/real-data', 'demo'],
    out: 'dist/checks.mjs',
    build: () => bundle('demo/faults/index.ts', 'checks.mjs'),
  },
  web: {
    sources: ['packages/kernel', 'packages/contract', 'packages/domain/src/check', 'apps/web'],
    out: 'apps/web/dist/index.html',
    build: buildWeb,
  },
}

/** Builds the parts that are stale; gives the names of those it built. */
export async function build(names = Object.keys(PARTS)) {
  const unlock = await lock()
  try {
    return await buildStale(names)
  } finally {
    await unlock()
  }
}

async function buildStale(names) {
  const built = []
  for (const name of names) {
    const { sources, out, build: make } = PARTS[name]
    const stamp = join(dist, `${name}.stamp`)
    const hash = await hashOf([...sources, ...SHARED])
    const fresh = existsSync(join(root, out)) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash
    if (fresh) continue
    await make()
    await writeFile(stamp, hash)
    built.push(name)
  }
  return built
}

/** One build at a time; the lock of a process that is no more is taken over. */
async function lock() {
  await mkdir(dist, { recursive: true })
  const file = join(dist, 'building')
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      return () => rm(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''))
    if (owner && !isAlive(owner)) await rm(file, { force: true })
    await setTimeout(100)
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** By name, size and time of change: reading every byte would cost more than it is worth. */
async function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) await addTo(hash, join(root, path))
  return hash.digest('hex')
}

const LEFT_OUT = new Set(['dist', 'node_modules'])
const isTest = name => /\.test\.tsx?$/.test(name)

async function addTo(hash, path) {
  const info = await stat(path)
  if (!info.isDirectory()) {
    hash.update(`${relative(root, path)} ${info.size} ${info.mtimeMs}\n`)
    return
  }
  for (const name of (await readdir(path)).sort()) {
    if (!LEFT_OUT.has(name) && !isTest(name)) await addTo(hash, join(path, name))
  }
}

/** Beside, then renamed: who runs the old bundle meanwhile never reads half a new one. */
async function bundle(entry, outFile) {
  const { build: esbuild } = await import('esbuild')
  const partial = join(dist, `new-${outFile}`)
  await esbuild({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: partial,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [npmOutside],
  })
  await rename(partial, join(dist, outFile))
}

/** Packages of the workspace are TypeScript and go into the bundle; those of npm, but for JSON, are loaded where they are installed. */
export const npmOutside = {
  name: 'npm-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@guatu/') || path.endsWith('.json')
        ? undefined
        : { path, external: true },
    )
  },
}

/** Beside, then renamed, as the bundles are: a server that runs meanwhile keeps its pages. */
async function buildWeb() {
  const { build: vite } = await import('vite')
  // Started from a test, the bundle would be that of a test: React's slow one, and one id for all of antd's groups.
  process.env.NODE_ENV = 'production'
  const partial = join(dist, 'new-web')
  const web = join(root, 'apps/web')
  await vite({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: partial, emptyOutDir: true },
  })
  await compress(partial)
  await rm(join(web, 'dist'), { recursive: true, force: true })
  await rename(partial, join(web, 'dist'))
}

/** Beside each text its .br and .gz, so that the server sends bytes and compresses nothing. */
async function compress(dir) {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    await writeFile(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    )
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await build(process.argv.length > 2 ? process.argv.slice(2) : undefined)
  console.log(built.length > 0 ? `已构建 built: ${built.join(', ')}` : '无需构建 nothing to build')
}
