import type { Kysely, Migration } from 'kysely'
import { Migrator } from 'kysely'
import { roles } from './2026-11-22T2150-roles.ts'
import { ledger } from './2026-11-22T2151-ledger.ts'
import { projections } from './2026-11-22T2152-projections.ts'
import { files } from './2026-11-22T2153-files.ts'
import { accounts } from './2026-11-22T2154-accounts.ts'
import { rowSecurity } from './2026-11-22T2155-row-security.ts'
import { results } from './2026-11-23T2236-results.ts'
import { backupRole } from './2026-11-23T2245-backup-role.ts'
import { slips } from './2026-11-23T2250-slips.ts'
import { factProject } from './2026-11-23T2300-fact-project.ts'
import { savedViews } from './2026-11-23T2310-saved-views.ts'
import { reorganisations } from './2026-11-23T2320-reorganisations.ts'
import { entryReported } from './2026-11-23T2330-entry-reported.ts'
import { lookMarks } from './2026-11-23T2345-look-marks.ts'
import { currentColumns } from './2026-11-26T1020-current-columns.ts'
import { effectiveFrom } from './2026-11-26T1030-effective-from.ts'
import { schemeFiles } from './2026-11-26T1040-scheme-files.ts'
import { returns } from './2026-11-26T1410-return.ts'
import { closings } from './2026-11-26T1415-closing.ts'
import { corrections } from './2026-11-26T1420-correction.ts'
import { returnDrafts } from './2026-11-26T1425-draft.ts'
import { evidence } from './2026-11-26T1430-evidence.ts'
import { channels } from './2026-11-26T1435-channels.ts'
import { documentNumbers } from './2026-11-26T1440-document-numbers.ts'
import { forms } from './2026-11-26T1445-form.ts'
import { currentPeriod } from './2026-11-26T1450-current-period.ts'
import { chase } from './2026-11-26T1455-chase.ts'
import { documentBeside } from './2026-11-26T1500-document-beside.ts'
import { projectUnits } from './2026-11-26T1500-project-units.ts'
import { channelSealed } from './2026-11-26T1800-channel-sealed.ts'
import { unlockEnd } from './2026-11-26T1800-unlock-end.ts'
import { closingFrom } from './2026-11-26T1810-closing-from.ts'
import { forget } from './2026-11-26T1810-forget.ts'
import type { Change } from './change.ts'
import { openToBackup } from './open-to-backup.ts'

/** Imported one by one, not found in a folder, so that a bundle has them too. */
const CHANGES: Readonly<Record<string, Change>> = {
  '2026-11-22T2150-roles': roles,
  '2026-11-22T2151-ledger': ledger,
  '2026-11-22T2152-projections': projections,
  '2026-11-22T2153-files': files,
  '2026-11-22T2154-accounts': accounts,
  '2026-11-22T2155-row-security': rowSecurity,
  '2026-11-23T2236-results': results,
  '2026-11-23T2245-backup-role': backupRole,
  '2026-11-23T2250-slips': slips,
  '2026-11-23T2300-fact-project': factProject,
  '2026-11-23T2310-saved-views': savedViews,
  '2026-11-23T2320-reorganisations': reorganisations,
  '2026-11-23T2330-entry-reported': entryReported,
  '2026-11-23T2345-look-marks': lookMarks,
  '2026-11-26T1020-current-columns': currentColumns,
  '2026-11-26T1030-effective-from': effectiveFrom,
  '2026-11-26T1040-scheme-files': schemeFiles,
  '2026-11-26T1410-return': returns,
  '2026-11-26T1415-closing': closings,
  '2026-11-26T1420-correction': corrections,
  '2026-11-26T1425-draft': returnDrafts,
  '2026-11-26T1430-evidence': evidence,
  '2026-11-26T1435-channels': channels,
  '2026-11-26T1440-document-numbers': documentNumbers,
  '2026-11-26T1445-form': forms,
  '2026-11-26T1450-current-period': currentPeriod,
  '2026-11-26T1455-chase': chase,
  '2026-11-26T1500-project-units': projectUnits,
  '2026-11-26T1500-document-beside': documentBeside,
  '2026-11-26T1800-channel-sealed': channelSealed,
  '2026-11-26T1800-unlock-end': unlockEnd,
  '2026-11-26T1810-closing-from': closingFrom,
  '2026-11-26T1810-forget': forget,
}

const asMigration = (change: Change): Migration => ({
  up: async db => {
    await change.execute(db)
  },
})

/** The names of all steps, in order. */
export const knownMigrations = (): readonly string[] => Object.keys(CHANGES).sort()

/** Brings the database to the newest structure; several processes may call it at once. Throws when a step fails. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const { error } = await migrator(db).migrateToLatest()
  if (error) throw error
  await openToBackup.execute(db)
}

/** As `migrate`, up to the step of that name and not beyond. */
export async function migrateTo<Tables>(db: Kysely<Tables>, name: string): Promise<void> {
  const { error } = await migrator(db).migrateTo(name)
  if (error) throw error
}

function migrator<Tables>(db: Kysely<Tables>): Migrator {
  const migrations = Object.fromEntries(Object.entries(CHANGES).map(([name, c]) => [name, asMigration(c)]))
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
