import type { Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { NO_FIGURE } from '../figure/text.ts'

/** Units by red share, before and after; those that move stand out. */
export function Units({ replay: { units }, onUnit }: { replay: Replayed; onUnit: (unit: string) => void }) {
  const { t } = useTranslation()
  return (
    <section className="panel">
      <h3>{t('replay.units')}</h3>
      <div className="table-wrap replay-units">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('replay.unit')}</th>
              {(['before', 'after'] as const).flatMap(side => [
                <th key={`${side} red`} scope="col" className="number">
                  {t(`replay.${side}`)} {t('replay.red')}
                </th>,
                <th key={`${side} rank`} scope="col" className="number">
                  {t('replay.rank')}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, name, before, after }) => (
              <tr key={unit} data-moved={before.rank !== after.rank || before.red !== after.red || undefined}>
                <th scope="row">
                  <button type="button" className="plain as-link" onClick={() => onUnit(unit)}>
                    {name}
                  </button>
                </th>
                {[before, after].flatMap(({ red, projects, rank }, index) => [
                  <td key={`${index ? 'after' : 'before'} red`} className="number">
                    {red}/{projects}
                  </td>,
                  <td key={`${index ? 'after' : 'before'} rank`} className="number">
                    {rank ?? NO_FIGURE}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
