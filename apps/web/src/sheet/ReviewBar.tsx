import type { ReturnSheet } from '@guatu/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { SendBack } from './SendBack.tsx'
import { useMove } from './use-move.ts'

const PLAIN = ['accept', 'pass', 'withdraw', 'reopen'] as const

/** What one may do with a return that has been sent. Each can be undone by the next, so none asks first. */
export function ReviewBar({ sheet }: { sheet: ReturnSheet }) {
  const { t } = useTranslation()
  const [sending, setSending] = useState(false)
  const move = useMove(sheet)
  const { may } = sheet.return
  const plain = PLAIN.filter(action => may.includes(action))
  if (plain.length === 0 && !may.includes('return')) return null
  return (
    <section className="panel review-bar no-print" aria-label={t('due.do')}>
      {plain.map(action => (
        <Button
          key={action}
          type={action === 'accept' || action === 'pass' ? 'primary' : 'default'}
          loading={move.isPending && move.variables.action === action}
          disabled={move.isPending}
          onClick={() => move.mutate({ action })}
          title={t(`sheet.do-means.${action}`)}
        >
          {t(`sheet.do.${action}`)}
        </Button>
      ))}
      {may.includes('return') && (
        <Button onClick={() => setSending(true)} disabled={move.isPending}>
          {t('sheet.do.return')}
        </Button>
      )}
      <span className="soft">
        {[...plain, ...(may.includes('return') ? (['return'] as const) : [])]
          .map(action => t(`sheet.do-means.${action}`))
          .join(' ')}
      </span>
      {move.error && <ErrorNote error={move.error} retry={() => void refresh()} />}
      {sending && <SendBack sheet={sheet} onClose={() => setSending(false)} />}
    </section>
  )
}
