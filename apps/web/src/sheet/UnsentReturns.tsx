import { useFigures } from '../figure/use-figures.ts'
import { UnsentNote } from '../keep/UnsentNote.tsx'
import { useUnsentReturns } from '../keep/UnsentProvider.tsx'
import { useUnitName } from '../return/use-unit-name.ts'

/** Returns and photos that wait on this device, by unit and period. */
export function UnsentReturns() {
  const queue = useUnsentReturns()
  const figures = useFigures()
  const unitName = useUnitName()
  return (
    <UnsentNote
      returns={queue.returns}
      photos={queue.photos}
      why={queue.why}
      nameOf={({ unit, period }) => `${unitName(unit)} ${figures.period(period)}`}
      decide={(key, how) => void queue.decide(key, how)}
      retry={() => void queue.flush()}
    />
  )
}
