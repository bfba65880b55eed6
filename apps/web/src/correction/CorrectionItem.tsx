import type { Correction } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useFieldValue } from '../return/use-field-value.ts'
import { useWhen } from '../time/when.ts'
import { Decide } from './Decide.tsx'
import './correction.css'

const SIGNS: Readonly<Record<Correction['state'], string>> = { proposed: '◐', approved: '✓', refused: '✕' }

/** One proposal: what stood, what is to stand, why, by whom, and what was answered. */
export function CorrectionItem({ correction }: { correction: Correction }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { past } = useWhen()
  const { state } = correction
  return (
    <article className="correction">
      <h3>
        <span className={`correction-${state}`}>
          <span aria-hidden="true">{SIGNS[state]}</span> {t(`correction.state.${state}`)}
        </span>{' '}
        {figures.period(correction.period)} · {correction.unitName}
      </h3>
      <Figures rows={correction.rows} />
      <p>
        {t('correction.reason', { reason: correction.reason })}{' '}
        <span className="soft">
          {t('correction.proposed', { by: correction.proposedBy, at: figures.moment(correction.proposedAt) })}
        </span>
      </p>
      {correction.decidedBy !== null && (
        <p>
          {correction.answer}{' '}
          <span className="soft">
            {t('correction.decided', {
              by: correction.decidedBy,
              at: correction.decidedAt ? figures.moment(correction.decidedAt) : '',
            })}
          </span>
        </p>
      )}
      {correction.mayDecide && state === 'proposed' && !past && <Decide correction={correction} />}
    </article>
  )
}

function Figures({ rows }: { rows: Correction['rows'] }) {
  const { t } = useTranslation()
  const { name, value } = useFieldValue()
  return (
    <div className="table-wrap">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('project.name')}</th>
            <th scope="col">{t('correction.field')}</th>
            <th scope="col" className="number">
              {t('plan.before')}
            </th>
            <th scope="col" className="number">
              {t('correction.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.project} ${row.field}`}>
              <th scope="row">{row.projectName}</th>
              <td>{name(row.field)}</td>
              <td className="number">{value(row.field, row.before)}</td>
              <td className="number">
                <b>{value(row.field, row.after)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
