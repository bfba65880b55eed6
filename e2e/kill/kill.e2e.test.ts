import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectDatabase, type Database, type Embedded, startEmbedded } from '@guatu/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importAttempt, returnAttempt } from './attempts.ts'
import { type Attempt, killRounds } from './rounds.ts'

/** 3 in CI, 20 by `npm run soak`. */
const ROUNDS = Number(process.env.GUATU_KILLS ?? 3)
const SEED = Number(process.env.GUATU_SEED ?? 20201122)

let dataDir: string
let embedded: Embedded
let database: Database

/** The test holds the database, so that the servers it kills find one that runs, as after any crash of ours. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guatu-kill-'))
  embedded = await startEmbedded({ dataDir })
  database = await connectDatabase(embedded.url)
})

afterAll(async () => {
  await database.close()
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function openTransaction(): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (select 1 from pg_stat_activity
      where backend_xid is not null and pid <> pg_backend_pid()) as open`.execute(database.kysely)
  return rows[0]?.open ?? false
}

async function tried(name: string, attempt: Attempt) {
  const { calmMs, rounds } = await killRounds(attempt, ROUNDS, { GUATU_DATA: dataDir }, openTransaction, SEED)
  const fell = (where: string) => rounds.filter(round => round.fell === where).length
  const acknowledged = rounds.filter(round => round.acknowledged).length
  console.log(
    `${name}: undisturbed ${calmMs.toFixed(0)} ms; ${rounds.length} kills fell ${fell('before')} before, ` +
      `${fell('inside')} inside and ${fell('after')} after the commit; ${acknowledged} were acknowledged`,
  )
  return rounds
}

describe(`kill -9 at ${ROUNDS} instants of each write`, () => {
  it.each([
    ['import', () => importAttempt()],
    ['return', () => returnAttempt('zs-001')],
  ])(
    '%s: all or nothing, and nothing acknowledged is lost',
    { timeout: 60_000 + ROUNDS * 40_000 },
    async (name, attempt) => {
      const rounds = await tried(name, attempt())
      expect(rounds.map(round => round.written)).not.toContain('part')
      const lost = rounds.filter(round => round.acknowledged && round.written !== 'all')
      expect(lost).toEqual([])
    },
  )
})
