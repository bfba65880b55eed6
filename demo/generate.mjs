// node demo/generate.mjs: writes the synthetic demo data again. It is committed; a test compares.
import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = `${root}/demo/.generate.mjs`
await build({
  entryPoints: [`${root}/demo/make/write.ts`],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: {
    '@guatu/kernel': `${root}/packages/kernel/src/index.ts`,
    '@guatu/scheme': `${root}/packages/scheme/src/index.ts`,
    '@guatu/domain': `${root}/packages/domain/src/index.ts`,
    '@guatu/documents': `${root}/packages/documents/src/index.ts`,
  },
})
try {
  const { writeDemos } = await import(pathToFileURL(bundle).href)
  writeDemos(root)
} finally {
  rmSync(bundle)
}
