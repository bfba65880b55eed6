import type { DueReturn } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { DaysLeft } from '../return/DaysLeft.tsx'
import { stillOwed } from '../return/owed.ts'
import { Reasons } from '../return/Reasons.tsx'
import { State } from '../return/State.tsx'
import { useUnitName } from '../return/use-unit-name.ts'
import { useMe } from '../session/me.ts'

export function DueTable({ returns, reasons }: { returns: readonly DueReturn[]; reasons: boolean }) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  const shown = whole ? returns : returns.slice(0, FIRST)
  const rest = returns.length - shown.length
  return (
    <div className="table-wrap">
      <table className="grid due-table">
        <colgroup>
          {WIDTHS.map(({ name, width }) => (
            <col key={name} style={{ width: reasons && name === 'state' ? '26em' : width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('project.period')}</th>
            <th scope="col">{t('matrix.unit')}</th>
            <th scope="col">{t('due.state')}</th>
            <th scope="col">{t('due.by')}</th>
            <th scope="col" className="number">
              {t('due.rows')}
            </th>
            <th scope="col">{t('due.cadences')}</th>
            <th scope="col" className="no-print">
              {t('due.do')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(one => (
            <Line key={`${one.unit} ${one.period}`} one={one} reasons={reasons} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button className="no-print due-rest" onClick={() => setWhole(true)}>
          {t('due.rest', { count: rest })}
        </Button>
      )}
    </div>
  )
}

/** An office that has let many periods go sees the oldest first, not a wall of them. */
const FIRST = 24

/** The same in each group, so that the eye goes down one column through all of them. */
const WIDTHS = [
  { name: 'period', width: '11em' },
  { name: 'unit', width: '10em' },
  { name: 'state', width: '12em' },
  { name: 'due', width: '20em' },
  { name: 'rows', width: '11em' },
  { name: 'cadences', width: undefined },
  { name: 'do', width: '7em' },
] as const

function Line({ one, reasons }: { one: DueReturn; reasons: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const unitName = useUnitName()
  const { today, post } = useMe()
  const { role } = post
  const where = { unit: one.unit, period: one.period }
  const notOpen = one.opens > today
  return (
    <tr>
      <th scope="row">
        <Link to="/returns/$unit/$period" params={where}>
          {figures.period(one.period)}
        </Link>
      </th>
      <td>{one.unitName}</td>
      <td>
        <State state={one.state} at={one.at ? unitName(one.at) : undefined} />
        {reasons && <Reasons reasons={one.reasons} />}
      </td>
      <td>
        {figures.day(one.due)}
        {one.provisional && t('upcoming.provisional')} <DaysLeft {...one} />
        {notOpen && <small className="nd">{t('due.opens', { day: figures.day(one.opens) })}</small>}
        {one.locks !== null && one.locks < today && (
          <small className="nd">{t('due.locked', { day: figures.day(one.locks) })}</small>
        )}
      </td>
      <td className="number" data-label={t('due.rows')}>
        <progress aria-hidden="true" value={one.reported} max={Math.max(one.rows, 1)} />
        <span className="due-rows">
          {one.reported}/{one.rows}
        </span>
      </td>
      <td className="due-cadences">
        {one.cadences.map(cadence => (
          <span key={cadence.id} title={cadence.clause && t('text.clause', { clause: cadence.clause })}>
            {pick(cadence)}
          </span>
        ))}
      </td>
      <td className="no-print">
        <Link to="/returns/$unit/$period" params={where}>
          {t(doWord(one, role === 'reporter'))}
        </Link>
      </td>
    </tr>
  )
}

/** Who checks comes to check, though that post may send in the unit's place as well. */
function doWord({ may, state }: DueReturn, own: boolean) {
  if (may.includes('accept') || may.includes('pass')) return 'due.review'
  if (may.includes('submit') && stillOwed(state)) return own ? 'due.fill' : 'due.fill-behalf'
  return 'due.look'
}
