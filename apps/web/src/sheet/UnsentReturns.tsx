import { useFigures } from '../figure/use-figures.ts'
import { UnsentNote } from '../grid/draft/UnsentNote.tsx'
import { useUnitName } from '../return/use-unit-name.ts'
import type { useUnsentReturns } from './use-unsent-returns.ts'

/** Returns that wait on this device, by unit and period. */
export function UnsentReturns({ queue }: { queue: ReturnType<typeof useUnsentReturns> }) {
  const figures = useFigures()
  const unitName = useUnitName()
  return (
    <UnsentNote
      unsent={queue.unsent}
      waiting={queue.waiting}
      nameOf={({ unit, period }) => `${unitName(unit)} ${figures.period(period)}`}
      decide={(key, how) => void queue.decide(key, how)}
    />
  )
}
