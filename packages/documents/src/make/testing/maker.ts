import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** Bundles the making process as the server's build does, inside node_modules so that it finds its packages. */
export async function buildMaker(): Promise<{ url: URL; remove: () => void }> {
  const outfile = join(root, 'node_modules/.cache/guatu', `write-worker-pure-${process.pid}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL('../worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: Object.fromEntries(
      ['kernel', 'domain', 'scheme'].map(name => [
        `@guatu/${name}`,
        join(root, `packages/${name}/src/index.ts`),
      ]),
    ),
    logLevel: 'silent',
  })
  return { url: pathToFileURL(outfile), remove: () => rmSync(outfile) }
}
