import type { Intake, IntakeFile } from '@guatu/contract'

export interface IntakeCount {
  readonly all: number
  readonly ready: number
  readonly done: number
  readonly bad: number
  /** Conflicts that nobody has chosen a side of. */
  readonly open: number
}

/** Taken when the button is pressed: chosen, whose it is known, with a row that is asked. */
export const isReady = ({ state, take, unit, counts }: IntakeFile): boolean =>
  (state === 'open' || state === 'undone') && take && unit !== null && counts.matched > 0

export function countIntake({ files, conflicts }: Intake): IntakeCount {
  const of = (test: (file: IntakeFile) => boolean) => files.filter(test).length
  return {
    all: files.length,
    ready: of(isReady),
    done: of(file => file.state === 'done'),
    bad: of(file => file.state === 'bad'),
    open: conflicts.filter(one => one.chosen === null).length,
  }
}

/** A reason is asked once for all: for warnings of the checks, and for figures that the ledger has otherwise. */
export const asksReason = ({ files, conflicts }: Intake): boolean =>
  files.some(file => isReady(file) && file.findings.some(one => one.severity === 'warning')) ||
  conflicts.some(
    one => one.chosen !== null && one.chosen !== 'ledger' && one.sides.some(side => side.from === 'ledger'),
  )
