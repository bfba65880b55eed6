import type { ReplayAsked, Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { LightRows } from './LightRows.tsx'
import { Matrix } from './Matrix.tsx'
import { Targets } from './Targets.tsx'
import { Units } from './Units.tsx'

/** The point in a sentence, then what differs in the period that is shown. */
export function Outcome({
  replay,
  asked,
  onAsk,
}: {
  replay: Replayed
  asked: ReplayAsked
  onAsk: (asked: ReplayAsked) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const shown = replay.periods.find(one => one.period === replay.period)
  return (
    <>
      <section className="panel">
        {shown && (
          <h2 className="replay-point">
            {t(shown.recoloured > 0 ? 'replay.point' : 'replay.point-none', {
              ...shown,
              period: figures.period(shown.period),
            })}
          </h2>
        )}
        <p className="soft">
          {t('replay.sides', { before: pick(replay.before), after: pick(replay.after) })}
        </p>
        <Periods
          periods={replay.periods}
          shown={replay.period}
          onPeriod={period => onAsk({ ...asked, period })}
        />
      </section>
      <div className="replay-sums">
        <Matrix replay={replay} />
        <Units replay={replay} onUnit={unit => onAsk({ ...asked, unit })} />
        <Targets targets={replay.targets} />
      </div>
      <LightRows replay={replay} asked={asked} onAsk={onAsk} />
    </>
  )
}

function Periods({
  periods,
  shown,
  onPeriod,
}: {
  periods: Replayed['periods']
  shown: string
  onPeriod: (period: string) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const most = Math.max(1, ...periods.map(one => one.recoloured))
  return (
    <ul className="rows replay-periods" aria-label={t('replay.periods')}>
      {periods.map(({ period, recoloured }) => {
        const name = figures.period(period)
        return (
          <li key={period}>
            <button
              type="button"
              className="plain"
              aria-pressed={period === shown}
              aria-label={t('replay.period-count', { period: name, count: recoloured })}
              onClick={() => onPeriod(period)}
            >
              <b>{recoloured}</b>
              <i aria-hidden="true" style={{ height: `${(recoloured / most) * 28}px` }} />
              <small>{period}</small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
