import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import type { PeriodData } from './data.ts'

/** What the period has cost those who filled it in, and who passes warnings with the same words. */
export function BurdenPanel({ data: { burden, burdenTrend, habits } }: { data: PeriodData }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const parts = [
    { name: 'prefilled', count: burden.prefilled },
    { name: 'typed', count: burden.typed },
    { name: 'read', count: burden.read },
    { name: 'empty', count: Math.max(0, burden.asked - burden.prefilled - burden.typed - burden.read) },
  ] as const
  return (
    <section className="panel burden">
      <header>
        <h2>{t('burden.title')}</h2>
        <span className="soft">{t('burden.asked', { cells: figures.count(burden.asked) })}</span>
      </header>
      {burden.asked === 0 ? (
        <p className="soft">{t('burden.none')}</p>
      ) : (
        <>
          <span className="count-bar" aria-hidden="true">
            {parts.map(({ name, count }) => (
              <i key={name} className={`part-${name}`} style={{ flexGrow: count }} />
            ))}
          </span>
          <small className="count-words">
            {parts
              .map(({ name, count }) => t(`burden.${name}`, { count: figures.count(count) }))
              .join(t('text.comma'))}
          </small>
        </>
      )}
      {burdenTrend.length > 1 && <Trend trend={burdenTrend} />}
      {habits.length > 0 && <Habits habits={habits} />}
    </section>
  )
}

const SHOWN = ['asked', 'prefilled', 'typed', 'read'] as const

/** Whether it gets less from period to period. */
function Trend({ trend }: { trend: PeriodData['burdenTrend'] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <table className="grid">
      <caption>{t('burden.trend')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('import.period')}</th>
          {SHOWN.map(name => (
            <th scope="col" key={name} className="number">
              {t(`burden.head.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trend.map(one => (
          <tr key={one.period}>
            <th scope="row">{figures.period(one.period)}</th>
            {SHOWN.map(name => (
              <td key={name} className="number">
                {figures.count(one[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Habits({ habits }: { habits: PeriodData['habits'] }) {
  const { t } = useTranslation()
  const sorted = [...habits].sort((a, b) => b.repeated - a.repeated || b.passed - a.passed)
  return (
    <table className="grid habits">
      <caption>{t('burden.habits')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('burden.reporter')}</th>
          <th scope="col" className="number">
            {t('burden.passed')}
          </th>
          <th scope="col" className="number">
            {t('burden.repeated')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(one => (
          <tr key={one.person}>
            <th scope="row">
              {one.name} <span className="soft">{one.unitName}</span>
            </th>
            <td className="number">{one.passed}</td>
            <td className="number">{one.repeated > 0 ? <b className="days-near">{one.repeated}</b> : 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
