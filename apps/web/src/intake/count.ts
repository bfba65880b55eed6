import type { Intake, IntakeFile } from '@guatu/contract'

export interface IntakeCount {
  readonly all: number
  readonly ready: number
  readonly done: number
  readonly bad: number
  /** Conflicts that nobody has chosen a side of. */
  readonly open: number
  /** Files that wait for such a choice. */
  readonly held: number
}

/** Taken when the button is pressed: chosen, whose it is known, with a row that is asked, and every figure decided. */
export const isReady = (file: IntakeFile, conflicts: Intake['conflicts']): boolean =>
  isWanted(file) && file.counts.matched > 0 && !isHeld(file, conflicts)

const isWanted = ({ state, take, unit }: IntakeFile) =>
  (state === 'open' || state === 'undone') && take && unit !== null

/** A figure of it differs from another one, and nobody has said which is taken. */
const isHeld = (file: IntakeFile, conflicts: Intake['conflicts']): boolean =>
  isWanted(file) &&
  conflicts.some(one => one.chosen === null && one.sides.some(side => side.from === file.id))

export function countIntake({ files, conflicts }: Intake): IntakeCount {
  const of = (test: (file: IntakeFile) => boolean) => files.filter(test).length
  return {
    all: files.length,
    ready: of(file => isReady(file, conflicts)),
    done: of(file => file.state === 'done'),
    bad: of(file => file.state === 'bad'),
    open: conflicts.filter(one => one.chosen === null).length,
    held: of(file => isHeld(file, conflicts)),
  }
}

/** A reason is asked once for all: for warnings of the checks, and for figures that the ledger has otherwise. */
export const asksReason = ({ files, conflicts }: Intake): boolean =>
  files.some(file => isReady(file, conflicts) && file.findings.some(one => one.severity === 'warning')) ||
  conflicts.some(
    one => one.chosen !== null && one.chosen !== 'ledger' && one.sides.some(side => side.from === 'ledger'),
  )
