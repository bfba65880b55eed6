import type { ReturnSheet } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { DaysLeft } from '../return/DaysLeft.tsx'
import { Reasons } from '../return/Reasons.tsx'
import { State } from '../return/State.tsx'
import { useUnitName } from '../return/use-unit-name.ts'

/** Whose return it is, where it stands, until when, and why it came back. */
export function SheetHead({ sheet }: { sheet: ReturnSheet }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const unitName = useUnitName()
  const one = sheet.return
  const back = one.state === 'returned' ? sheet.moves.findLast(move => move.action === 'return') : undefined
  return (
    <section className="panel sheet-head">
      <header>
        <h1>
          <Link to="/returns">{t('due.title')}</Link> / {one.unitName} · {figures.period(one.period)}
        </h1>
        <State state={one.state} at={one.at ? unitName(one.at) : undefined} />
      </header>
      <p>
        {t('upcoming.due', { day: figures.day(one.due) })}
        {one.provisional && t('upcoming.provisional')} <DaysLeft {...one} />{' '}
        <span className="soft">
          {t('periods.opens', { day: figures.day(one.opens) })}
          {one.locks && t('text.comma') + t('periods.locks', { day: figures.day(one.locks) })}
          {!one.locks && one.may.includes('submit') && t('text.comma') + t('periods.no-lock')}
        </span>
      </p>
      <p className="soft">
        {t('sheet.cadences', {
          cadences: one.cadences
            .map(({ clause, ...cadence }) =>
              clause ? t('sheet.cadence', { name: pick(cadence), clause }) : pick(cadence),
            )
            .join(t('setup.and')),
        })}
      </p>
      {back && (
        <div className="sheet-back" role="note">
          <b>{t('sheet.back', { by: back.by, unit: back.byUnit, at: figures.moment(back.at) })}</b>
          <Reasons reasons={back.reasons} rows={sheet.rows} fields={sheet.fields} />
        </div>
      )}
    </section>
  )
}
