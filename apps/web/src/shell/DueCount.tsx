import { routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { stillOwed } from '../return/owed.ts'

/** How many returns the unit still owes that can be sent now. */
export function DueCount() {
  const { t } = useTranslation()
  const { data } = useApi(routes.listReturns)
  const count = data?.returns.filter(one => stillOwed(one.state) && one.may.includes('submit')).length ?? 0
  if (count === 0) return null
  return (
    <b className="due-count" title={t('shell.owed', { count })}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('shell.owed', { count })}</span>
    </b>
  )
}
