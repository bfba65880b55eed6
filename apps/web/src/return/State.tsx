import type { ReturnState } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import './state.css'

const SIGNS: Readonly<Record<ReturnState, string>> = {
  open: '○',
  submitted: '◐',
  returned: '↩',
  accepted: '✓',
  frozen: '■',
}

/** Where a return stands: sign, word and tone, readable in grey print. */
export function State({ state, at }: { state: ReturnState; at?: string }) {
  const { t } = useTranslation()
  return (
    <span className={`state state-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`sheet.state.${state}`)}
      {state === 'submitted' && at && <small className="nd">{t('sheet.waits-at', { unit: at })}</small>}
    </span>
  )
}
