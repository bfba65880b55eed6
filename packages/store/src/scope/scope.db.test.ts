import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts/index.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import type { NewEntry } from '../ledger/new.ts'
import { membershipFact, projectFact } from '../project/project.ts'
import { testDatabase } from '../testing/index.ts'
import { unitFact } from '../unit/unit.ts'
import { type Reads, readScope, type Scope, type ScopedTx, withScope } from './scope.ts'

const database = await testDatabase()
for (const [id, parent] of [['city'], ['county', 'city'], ['other']] as const) {
  await createJurisdiction(database, { id, name: id, parent })
}

const DAY = '2020-01-01'
const figure = (project: string): NewEntry => ({
  subject: { kind: 'project', project },
  period: '2020-05',
  figures: { 'invest-ytd': 1 },
  origin: { via: 'form' },
})
const reported = (unit: string): NewEntry => ({
  subject: { kind: 'reported', indicator: 'fai', unit },
  period: '2020-05',
  figures: { amount: 1 },
  origin: { via: 'form' },
})
const scopeOf = (jurisdiction: string, reads: Reads): Scope => ({ jurisdiction, person: 'someone', reads })

// The same ids in every jurisdiction: what is foreign is told by the jurisdiction alone.
for (const jurisdiction of ['city', 'county', 'other']) {
  await withScope(database, scopeOf(jurisdiction, 'all'), tx =>
    appendBatch(tx, {
      facts: [
        unitFact({ id: 'housing', name: '住建局', kind: 'bureau' }, DAY),
        unitFact({ id: 'station', name: '质监站', kind: 'bureau', parent: 'housing' }, DAY),
        unitFact({ id: 'water', name: '水利局', kind: 'bureau' }, DAY),
        projectFact({ id: 'lead', name: 'lead', leadUnit: 'housing' }, DAY),
        projectFact({ id: 'below', name: 'below', leadUnit: 'water', townUnit: 'station' }, DAY),
        projectFact({ id: 'owned', name: 'owned', ownerUnit: 'housing' }, DAY),
        projectFact({ id: 'foreign', name: 'foreign', leadUnit: 'water' }, DAY),
        ...['lead', 'below', 'owned', 'foreign'].map(project =>
          membershipFact({ project, list: 'key', year: 2020 }, DAY),
        ),
      ],
      entries: [...['lead', 'below', 'owned', 'foreign'].map(figure), reported('housing'), reported('water')],
    }),
  )
}

/** With the server's filter dropped: whole tables. */
async function rawRows(tx: ScopedTx): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ table: string; row: string }>`
    select 'project' as table, jurisdiction_id || ' ' || id as row from project
    union all select 'membership', jurisdiction_id || ' ' || project_id from membership
    union all select 'current', jurisdiction_id || ' ' || project_id from current
    union all select 'reported_current', jurisdiction_id || ' ' || unit_id from reported_current
    union all select 'entry', jurisdiction_id || ' ' || coalesce(project_id, unit_id) from entry
    union all select 'fact', jurisdiction_id || ' ' || project_id from fact where word = 'project'
    union all select 'fact-membership', jurisdiction_id || ' ' || project_id from fact where word = 'membership'
    order by 1, 2`.execute(tx.db)
  return Object.fromEntries(
    [...new Set(rows.map(({ table }) => table))].map(table => [
      table,
      rows.filter(row => row.table === table).map(({ row }) => row),
    ]),
  )
}
const seen = (scope: Scope) => readScope(database, scope, rawRows)

describe('row-level security', () => {
  it('shows a unit the projects that it or a unit below leads, owns or hosts, and its own reported figures', async () => {
    const projects = ['county below', 'county lead', 'county owned']
    expect(await seen(scopeOf('county', { units: ['housing'] }))).toEqual({
      project: projects,
      membership: projects,
      current: projects,
      fact: projects,
      'fact-membership': projects,
      reported_current: ['county housing'],
      entry: ['county below', 'county housing', 'county lead', 'county owned'],
    })
  })

  it('shows a unit below nothing of the unit above', async () => {
    expect((await seen(scopeOf('county', { units: ['station'] }))).project).toEqual(['county below'])
  })

  it('shows an enterprise its own project', async () => {
    const own = ['county owned']
    expect(await seen(scopeOf('county', { projects: ['owned'] }))).toEqual({
      project: own,
      membership: own,
      current: own,
      fact: own,
      'fact-membership': own,
      entry: own,
    })
  })

  it('shows one who reads all the jurisdiction and those below, and no other', async () => {
    const all = await seen(scopeOf('city', 'all'))
    expect(new Set(Object.values(all).flatMap(rows => rows.map(row => row.split(' ')[0])))).toEqual(
      new Set(['city', 'county']),
    )
    expect(all.project).toHaveLength(8)
    expect((await seen(scopeOf('county', 'all'))).project).toHaveLength(4)
  })

  it('shows nothing where no scope was set', async () => {
    const rows = await database.kysely.transaction().execute(async db => {
      await sql`set local role guatu_app`.execute(db)
      return rawRows({ db, scope: scopeOf('county', 'all'), units: [], projects: [] })
    })
    expect(rows).toEqual({})
  })

  it('leaves no scope behind on the connection', async () => {
    await seen(scopeOf('county', 'all'))
    const { rows } = await sql<{ role: string; reads: string }>`
      select current_user as role, current_setting('guatu.reads_all', true) as reads`.execute(database.kysely)
    expect(rows[0]?.role).not.toBe('guatu_app')
    expect(rows[0]?.reads ?? '').toBe('')
  })
})

describe('writing through a scope', () => {
  const unit = scopeOf('county', { units: ['housing'] })

  it('takes a return of an own project', async () => {
    const written = await withScope(database, unit, tx => appendBatch(tx, { entries: [figure('lead')] }))
    expect(written.repeated).toBe(false)
  })

  it.each([
    ['a return of a foreign project', { entries: [figure('foreign')] }],
    ['a return of a project that is not there', { entries: [figure('unheard-of')] }],
    ["another unit's reported figure", { entries: [reported('water')] }],
    [
      'a foreign project put under itself',
      { facts: [projectFact({ id: 'foreign', name: 'x', leadUnit: 'housing' }, '2020-02-01')] },
    ],
    [
      'an own project given away',
      { facts: [projectFact({ id: 'lead', name: 'x', leadUnit: 'water' }, '2020-02-01')] },
    ],
    [
      'a foreign project on a list',
      { facts: [membershipFact({ project: 'foreign', list: 'new', year: 2020 }, DAY)] },
    ],
    [
      'a unit of its own making',
      { facts: [unitFact({ id: 'new', name: 'x', kind: 'bureau', parent: 'housing' }, DAY)] },
    ],
    [
      'a setting',
      {
        facts: [{ word: 'setting' as const, subject: 'red-cut', effectiveFrom: DAY, body: { value: '1%' } }],
      },
    ],
  ])('refuses %s and leaves nothing of it', async (_, batch) => {
    const before = await seen(scopeOf('county', 'all'))
    await expect(withScope(database, unit, tx => appendBatch(tx, batch))).rejects.toThrow(
      /row-level security/,
    )
    expect(await seen(scopeOf('county', 'all'))).toEqual(before)
  })

  it('refuses rows of a jurisdiction below, though they can be read', async () => {
    const write = withScope(database, scopeOf('city', 'all'), tx =>
      sql`update project set removed = true where jurisdiction_id = 'county'`.execute(tx.db),
    )
    expect((await write).numAffectedRows).toBe(0n)
  })

  it('refuses to write in a read scope', async () => {
    const write = readScope(database, scopeOf('county', 'all'), tx =>
      appendBatch(tx, { entries: [figure('lead')] }),
    )
    await expect(write).rejects.toThrow(/read-only/)
  })
})

describe("the queries' own filter", () => {
  it.each([
    ['units', { units: ['housing'] }],
    ['projects', { projects: ['owned'] }],
    ['all', 'all'],
  ] as [string, Reads][])('gives by %s what row-level security gives', async (_, reads) => {
    const scope = scopeOf('county', reads)
    const filtered = async (moment: { knownAt?: number }) => {
      // As the owner of the tables, whom no row-level security stops: what is left is the filter alone.
      const open = await database.kysely.transaction().execute(async db => {
        const units = typeof reads === 'object' && 'units' in reads ? ['housing', 'station'] : []
        const projects = typeof reads === 'object' && 'projects' in reads ? reads.projects : []
        return readFacts({ db, scope, units, projects }, { asOf: '2020-12-31', ...moment })
      })
      const walled = await readScope(database, scope, tx => readFacts(tx, { asOf: '2020-12-31', ...moment }))
      expect(open).toEqual(walled)
      return walled
    }
    const live = await filtered({})
    expect(live.projects.length).toBe(reads === 'all' ? 4 : 'units' in (reads as object) ? 3 : 1)
    expect(await filtered({ knownAt: 1000 })).toEqual(live)
  })
})
