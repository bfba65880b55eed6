import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** As in `scripts/build.mjs`: packages of npm are loaded where they are installed, as Typst's must be. */
const npmOutside: Plugin = {
  name: 'npm-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@guatu/') || path.endsWith('.json')
        ? undefined
        : { path, external: true },
    )
  },
}

/** Bundles the making process, or another entry for it, inside node_modules so that it finds its packages. */
export async function buildMaker(
  entry = fileURLToPath(new URL('../worker.ts', import.meta.url)),
): Promise<{ readonly url: URL; readonly remove: () => void }> {
  const outfile = join(root, 'node_modules/.cache/guatu', `write-worker-${process.pid}-${++built}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [npmOutside],
    logLevel: 'silent',
  })
  return { url: pathToFileURL(outfile), remove: () => rmSync(outfile, { force: true }) }
}

let built = 0
