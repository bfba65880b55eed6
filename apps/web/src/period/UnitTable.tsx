import type { PeriodUnit } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { State } from '../return/State.tsx'
import { useUnitName } from '../return/use-unit-name.ts'

/** Who has sent, who holds up, and what filling it in has cost them. */
export function UnitTable({
  units,
  period,
  ticked,
  setTicked,
}: {
  units: readonly PeriodUnit[]
  period: string
  ticked: ReadonlySet<string>
  /** Absent where nothing can be done with the units. */
  setTicked?: (units: ReadonlySet<string>) => void
}) {
  const { t } = useTranslation()
  const all = units.every(one => ticked.has(one.unit))
  return (
    <div className="table-wrap">
      <table className="grid unit-table">
        <thead>
          <tr>
            {setTicked && (
              <th scope="col" className="no-print">
                <Checkbox
                  aria-label={t('periods.tick-all')}
                  checked={all}
                  indeterminate={!all && ticked.size > 0}
                  onChange={() => setTicked(new Set(all ? [] : units.map(one => one.unit)))}
                />
              </th>
            )}
            <th scope="col">{t('matrix.unit')}</th>
            <th scope="col">{t('due.state')}</th>
            <th scope="col">{t('periods.timely')}</th>
            {(['rows', 'burden', 'warnings'] as const).map(name => (
              <th scope="col" key={name} className="number">
                {t(`periods.head.${name}`)}
              </th>
            ))}
            <th scope="col">{t('periods.head.reminded')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(unit => (
            <Line
              key={unit.unit}
              unit={unit}
              period={period}
              ticked={ticked.has(unit.unit)}
              onTick={
                setTicked &&
                (() => {
                  const next = new Set(ticked)
                  if (!next.delete(unit.unit)) next.add(unit.unit)
                  setTicked(next)
                })
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({
  unit,
  period,
  ticked,
  onTick,
}: {
  unit: PeriodUnit
  period: string
  ticked: boolean
  onTick?: () => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const unitName = useUnitName()
  const { burden } = unit
  return (
    <tr>
      {onTick && (
        <td className="no-print">
          <Checkbox aria-label={t('bulk.tick', { name: unit.unitName })} checked={ticked} onChange={onTick} />
        </td>
      )}
      <th scope="row">
        <Link to="/returns/$unit/$period" params={{ unit: unit.unit, period }}>
          {unit.unitName}
        </Link>
      </th>
      <td>
        <State state={unit.state} at={unit.at ? unitName(unit.at) : undefined} />
        {unit.onBehalf !== null && <small className="nd">{t('periods.behalf', { by: unit.onBehalf })}</small>}
      </td>
      <td>
        <Timely unit={unit} />
      </td>
      <td className="number" data-label={t('periods.head.rows')}>
        {unit.rowsReported}/{unit.rows}
      </td>
      <td className="number" title={t('burden.means')}>
        {figures.count(burden.asked)} / {figures.count(burden.prefilled)} / {figures.count(burden.typed)}
      </td>
      <td className="number">{unit.warningsPassed || ''}</td>
      <td className="unit-reminded">{unit.remindedAt && figures.moment(unit.remindedAt)}</td>
    </tr>
  )
}

function Timely({ unit: { timely, daysLate, firstSubmittedAt, due } }: { unit: PeriodUnit }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <>
      <span className={timely === 'missing' || timely === 'late' ? 'days-late' : undefined}>
        {t(`periods.timely.${timely}`, { count: daysLate })}
      </span>
      <small className="nd">
        {firstSubmittedAt
          ? t('periods.sent-at', { at: figures.moment(firstSubmittedAt) })
          : t('upcoming.due', { day: figures.day(due) })}
      </small>
    </>
  )
}
