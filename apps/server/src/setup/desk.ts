import { createHash, timingSafeEqual } from 'node:crypto'
import { type Database, jurisdictions, type Setup, units, withScope } from '@guatu/store'
import type { DemoPlan } from '../demo/load.ts'
import { type SchemeFile, SYSTEM } from '../scheme/load.ts'
import { normalCode } from '../slip/code.ts'

/** What a server has that may set up its installation. */
export interface SetupDesk {
  /** Printed where the server runs, new at every start: only who can see that window may begin. */
  readonly code: string
  /** Plans that can be used or copied. */
  readonly schemes: readonly SchemeFile[]
  loadDemo(): Promise<readonly DemoPlan[]>
}

export function codeFits({ code }: SetupDesk, typed: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(code), digest(normalCode(typed)))
}

/** Nobody works here yet: no jurisdiction has a unit. */
export async function isEmpty(database: Database): Promise<boolean> {
  for (const { id } of await jurisdictions(database)) {
    const scope = { jurisdiction: id, person: SYSTEM, reads: 'all' as const }
    if ((await withScope(database, scope, units)).length > 0) return false
  }
  return true
}

/** Whether setting up may begin or go on. */
export async function isOpen(database: Database, setup: Setup | undefined): Promise<boolean> {
  return setup ? setup.finishedAt === undefined : isEmpty(database)
}
