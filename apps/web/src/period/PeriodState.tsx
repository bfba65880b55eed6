import type { PeriodLine } from '@guatu/contract'
import { useTranslation } from 'react-i18next'

const SIGNS: Readonly<Record<PeriodLine['state'], string>> = { coming: '◌', open: '○', closed: '■' }

export function PeriodState({ state }: { state: PeriodLine['state'] }) {
  const { t } = useTranslation()
  return (
    <span className="state">
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`periods.state.${state}`)}
    </span>
  )
}
