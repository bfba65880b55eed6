import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildMaker } from '@guatu/documents/testing'
import type { Database, KeyRing } from '@guatu/store'
import { testDatabase, testKeys } from '@guatu/store/testing'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { outsideOf } from '../channel/address.ts'
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
  const { url, workerUrl } = await serverFor(database, {}, maker)
  const as = async (login: string) => {
    const client = new Client(url)
    await client.signIn(login, DEMO_PASSWORD)
    return client
  }
  return { url, database, workerUrl, as, nobody: () => new Client(url) }
}

/** A server before that database, which compares every answer with the contract. */
export async function serverFor(
  database: Database,
  options: Pick<ServerOptions, 'now' | 'setup' | 'keys'> = {},
  makerEntry?: string,
): Promise<Pick<World, 'url' | 'workerUrl'> & { readonly keys: KeyRing }> {
  const keys = options.keys ?? (await testKeys())
  const workerUrl = await buildWorker()
  const maker = await buildMaker(makerEntry)
  const server = await startServer({
    database,
    port: 0,
    workerUrl,
    makerUrl: maker.url,
    checkAnswers: true,
    background: false,
    outside: outsideOf([{ host: '127.0.0.1' }]),
    ...options,
    keys,
  })
  afterAll(async () => {
    await server.close()
    await rm(fileURLToPath(workerUrl), { force: true })
    maker.remove()
  })
  return { url: server.url, workerUrl, keys }
}

/** Inside node_modules, so that the thread finds its packages. */
async function buildWorker(): Promise<URL> {
  const outfile = join(root, 'node_modules/.cache/guatu', `read-worker-${process.pid}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: ['packages/documents/src/read/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'bundle',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  })
  return pathToFileURL(outfile)
}
