import type { Intake, IntakeFile } from '@guatu/contract'
import { groupBy, type Period } from '@guatu/kernel'
import { returnsOfPeriods, type ScopedTx } from '@guatu/store'
import { batches } from '../import/batch.ts'
import { keyOf, nameOf } from '../return/known.ts'
import { conflictsOf, LEDGER } from './conflicts.ts'
import type { Ground } from './ground.ts'
import type { Kept, KeptFile } from './kept.ts'

/** One table: what each file is taken for, and side by side what does not fit. */
export async function intakeView(
  tx: ScopedTx,
  { known, periods, asked }: Ground,
  id: string,
  kept: Kept,
  files: readonly KeptFile[],
): Promise<Intake> {
  const period = kept.period ?? null
  const views = await fileViews(tx, files)
  const states = await statesOf(tx, period === null ? [] : [period])
  const taken = files.filter(one => one.file.take && one.file.fault === null)
  const here = groupBy(
    taken.filter(one => one.file.period === period && one.file.unit !== null),
    one => one.file.unit?.id ?? '',
  )
  const due = period === null ? [] : asked(period)
  const labels = new Map(files.map(one => [one.file.id, one.file.name]))
  return {
    id,
    period,
    periods: [...periods],
    units: known.units.map(({ id: unit, name }) => ({ id: unit, name })),
    files: views,
    missing: due
      .filter(one => !here.has(one.unit))
      .map(one => ({
        unit: one.unit,
        unitName: nameOf(known, one.unit),
        rows: one.rows.length,
        state: states.get(keyOf(one)) ?? 'open',
      })),
    doubles: [...here].flatMap(([unit, of]) =>
      of.length > 1 ? [{ unit, unitName: nameOf(known, unit), files: of.map(one => one.file.id) }] : [],
    ),
    conflicts: conflictsOf(files).map(one => ({
      key: one.key,
      project: one.project,
      name: one.name,
      period: one.period,
      fields: [...one.fields],
      sides: one.sides.map(({ from, figures }) => ({
        from,
        label: from === LEDGER ? '' : (labels.get(from) ?? ''),
        figures: { ...figures },
      })),
      chosen: kept.choose[one.key] ?? null,
    })),
  }
}

export async function fileViews(tx: ScopedTx, files: readonly KeptFile[]): Promise<IntakeFile[]> {
  const undone = new Set((await batches(tx)).filter(one => one.undone !== undefined).map(one => one.id))
  const states = await statesOf(tx, [...new Set(files.flatMap(one => one.file.period ?? []))])
  return files.map(({ file, done }) => ({
    ...file,
    state:
      file.fault !== null
        ? 'bad'
        : !done
          ? 'open'
          : file.batch !== null && undone.has(file.batch)
            ? 'undone'
            : 'done',
    returnState:
      file.unit && file.period
        ? (states.get(keyOf({ unit: file.unit.id, period: file.period })) ?? 'open')
        : null,
  }))
}

async function statesOf(tx: ScopedTx, periods: readonly Period[]) {
  return new Map((await returnsOfPeriods(tx, periods)).map(one => [keyOf(one), one.state]))
}
