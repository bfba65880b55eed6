import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, makeDay, unwrap, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import {
  appendBatch,
  type Database,
  jurisdictions,
  saveAccount,
  setBusinessDate,
  units,
  withIdentity,
  withScope,
} from '@guatu/store'
import { returnsFromFact } from '../return/from.ts'
import { type SchemeFile, SYSTEM } from '../scheme/load.ts'
import { hashPassword } from '../session/password.ts'
import { type DemoAccount, type DemoDefinition, parseDemo } from './definition.ts'
import { readFolder } from './folder.ts'
import { demoBatch } from './writes.ts'

/** Known to everyone, so for made-up data only. */
export const DEMO_PASSWORD = 'guatu-demo'

export interface DemoPlan {
  readonly jurisdiction: string
  readonly name: string
  readonly businessDate: string
  readonly accounts: readonly (DemoAccount & { readonly unitName: string })[]
}

/**
 * Loads each plan of `dir` into its jurisdiction where that is empty. A database that holds a jurisdiction of real work
 * (one with units but no business date) gets none. Gives the demo plans that the database now holds.
 */
export async function loadDemo(
  database: Database,
  dir: string,
  schemes: readonly SchemeFile[],
): Promise<DemoPlan[]> {
  const plans: DemoPlan[] = []
  if (await holdsRealWork(database)) return plans
  for (const folder of (await readdir(dir)).sort()) {
    const file = join(dir, folder, 'demo.yaml')
    if (!existsSync(file)) continue
    const demo = parseDemo(await readFile(file, 'utf8'))
    const scheme = schemes.find(one => one.parsed.scheme.scheme === demo.scheme)?.parsed.scheme
    if (!scheme) continue
    await loadPlan(database, join(dir, folder), scheme, demo)
    const { id: jurisdiction, name } = scheme.jurisdiction
    const known = await withScope(database, setupScope(jurisdiction), units)
    const names = new Map(known.map(unit => [unit.id, unit.name]))
    const accounts = demo.accounts.map(one => ({ ...one, unitName: names.get(one.unit) ?? one.unit }))
    plans.push({ jurisdiction, name, businessDate: demo.businessDate, accounts })
  }
  return plans
}

const setupScope = (jurisdiction: string) => ({ jurisdiction, person: SYSTEM, reads: 'all' as const })

async function holdsRealWork(database: Database): Promise<boolean> {
  for (const { id, businessDate } of await jurisdictions(database)) {
    if (businessDate) continue
    if ((await withScope(database, setupScope(id), units)).length > 0) return true
  }
  return false
}

/** Accounts first, the ledger last and at once: a start that is cut short is made good by the next. */
async function loadPlan(
  database: Database,
  dir: string,
  scheme: Scheme,
  demo: DemoDefinition,
): Promise<void> {
  const jurisdiction = scheme.jurisdiction.id
  if ((await withScope(database, setupScope(jurisdiction), units)).length > 0) return
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await withIdentity(database, async tx => {
    for (const { login } of demo.accounts)
      await saveAccount(tx, { jurisdiction, login, person: login, passwordHash, active: true })
  })
  await withScope(database, setupScope(jurisdiction), async tx => {
    await appendBatch(tx, demoBatch(unwrap(await readFolder(dir, scheme)), demo, firstDay(scheme, demo)))
    await appendBatch(tx, { facts: [returnsFromFact(demo.businessDate)] })
    await setBusinessDate(tx, demo.businessDate)
  })
}

/** The first of the business date's year, or of the plan's where that lies before. */
const firstDay = ({ inForce }: Scheme, { businessDate }: DemoDefinition): Day =>
  makeDay(Math.min(yearOf(businessDate), yearOf(inForce.from)), 1, 1)
