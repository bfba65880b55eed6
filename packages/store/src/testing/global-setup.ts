import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectDatabase } from '../database/open.ts'
import { startEmbedded } from '../embedded/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database of the newest structure, to be copied. */
    readonly templateUrl: string
  }
}

/** One server for the whole run: the one at DATABASE_URL, or an embedded one in a folder that goes away. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await throwAwayServer()
  const template = `guatu_template_${process.pid}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${template}`)
  const url = new URL(server.url)
  url.pathname = `/${template}`
  await (await connectDatabase(url.href)).close()
  project.provide('templateUrl', url.href)
  return async () => {
    await admin.query(`drop database ${template}`)
    await admin.end()
    if ('stop' in server) await server.stop()
  }
}

async function throwAwayServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'guatu-test-'))
  const embedded = await startEmbedded({ dataDir, unsafeWithoutFsync: true })
  const stop = async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url: embedded.url, stop }
}
