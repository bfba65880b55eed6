import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { placeOf } from './tree.ts'

/** From a figure or a light to where the plan asks for it. */
export function ClauseLink(item: {
  readonly kind: string
  readonly id: string
  readonly covers: readonly string[]
}) {
  const { t } = useTranslation()
  return (
    <Link to="/plan" hash={placeOf(item)}>
      {t('plan.to-clause')}
    </Link>
  )
}
