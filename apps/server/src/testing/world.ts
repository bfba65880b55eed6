import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Database } from '@guatu/store'
import { testDatabase } from '@guatu/store/testing'
import { type BuildOptions, build } from 'esbuild'
import { afterAll } from 'vitest'
import { DEMO_PASSWORD, loadDemo } from '../demo/load.ts'
import { loadSchemes } from '../scheme/load.ts'
import { type ServerOptions, startServer } from '../start.ts'
import { Client } from './client.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

export interface World {
  readonly url: string
  readonly database: Database
  /** The reading thread. */
  readonly workerUrl: URL
  /** Signed in under that login of the demo. */
  as(login: string): Promise<Client>
  nobody(): Client
}

/**
 * The demo in a database of its own, behind a server that compares every answer with the contract. `maker`: another entry
 * of the making process.
 */
export async function demoWorld({ maker }: { readonly maker?: string } = {}): Promise<World> {
  const database = await testDatabase()
  const { schemes } = await loadSchemes(database, [join(root, 'schemes')])
  await loadDemo(database, join(root, 'demo'), schemes)
  const { url, workerUrl } = await answering(database, {}, maker)
  const as = async (login: string) => {
    const client = new Client(url)
    await client.signIn(login, DEMO_PASSWORD)
    return client
  }
  return { url, database, workerUrl, as, nobody: () => new Client(url) }
}

/** Address of a server before that database, which compares every answer with the contract. */
export const serverFor = async (
  database: Database,
  options: Pick<ServerOptions, 'now' | 'setup'>,
): Promise<string> => (await answering(database, options)).url

async function answering(
  database: Database,
  options: Pick<ServerOptions, 'now' | 'setup'> = {},
  maker = 'packages/documents/src/make/worker.ts',
) {
  const workerUrl = await bundle('read-worker', 'packages/documents/src/read/worker.ts', inside)
  const makerUrl = await bundle('write-worker', maker, outside)
  const server = await startServer({
    database,
    port: 0,
    workerUrl,
    makerUrl,
    checkAnswers: true,
    background: false,
    ...options,
  })
  afterAll(async () => {
    await server.close()
    for (const url of [workerUrl, makerUrl]) await rm(fileURLToPath(url), { force: true })
  })
  return { url: server.url, workerUrl }
}

/** Everything in one file. */
const inside: BuildOptions = {
  packages: 'bundle',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
}
/** Packages of npm are loaded where they are installed, as Typst's must be. */
const outside: BuildOptions = {
  packages: 'external',
  alias: Object.fromEntries(
    ['kernel', 'scheme', 'domain', 'documents'].map(name => [
      `@guatu/${name}`,
      join(root, 'packages', name, 'src/index.ts'),
    ]),
  ),
}

/** Inside node_modules, so that what runs finds its packages. */
async function bundle(name: string, entry: string, options: BuildOptions): Promise<URL> {
  const outfile = join(root, 'node_modules/.cache/guatu', `${name}-${process.pid}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    ...options,
  })
  return pathToFileURL(outfile)
}
