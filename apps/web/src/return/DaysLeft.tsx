import type { ReturnState } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { stillOwed } from './owed.ts'
import './state.css'

/** Working days left or overdue, said only while something is still to be sent. */
export function DaysLeft({ state, daysLeft }: { state: ReturnState; daysLeft: number }) {
  const { t } = useTranslation()
  if (!stillOwed(state)) return null
  if (daysLeft < 0) return <b className="days-late">{t('due.late', { count: -daysLeft })}</b>
  if (daysLeft === 0) return <b className="days-near">{t('due.today')}</b>
  return (
    <span className={daysLeft <= NEAR ? 'days-near' : undefined}>{t('due.left', { count: daysLeft })}</span>
  )
}

/** Working days from which the time left stands out. */
const NEAR = 2
