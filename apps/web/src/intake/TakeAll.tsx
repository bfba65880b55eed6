import { type Intake, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Progress } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { asksReason, countIntake, isReady } from './count.ts'

interface Progressed {
  readonly done: number
  readonly all: number
  readonly refused: number
}

/** One button for all; the files go one by one, so that one sees how many are through and a broken line loses none. */
export function TakeAll({ intake, waiting }: { intake: Intake; waiting: boolean }) {
  const { t } = useTranslation()
  const box = useId()
  const [reason, setReason] = useState('')
  const [progress, setProgress] = useState<Progressed>()
  const ready = intake.files.filter(file => isReady(file, intake.conflicts))
  const take = useMutation({
    mutationFn: async () => {
      let now: Progressed = { done: 0, all: ready.length, refused: 0 }
      setProgress(now)
      for (const { id } of ready) {
        const body = { files: [id], ...(reason.trim() && { reason: reason.trim() }) }
        const answer = await call(routes.commitIntake, { params: { id: intake.id }, body })
        now = { ...now, done: now.done + 1, refused: now.refused + answer.refused.length }
        setProgress(now)
      }
    },
    onSettled: refresh,
  })
  const asks = asksReason(intake)
  const { open, held } = countIntake(intake)
  return (
    <section className="panel">
      <h2>{t('intake.write')}</h2>
      <p className="soft">{t('intake.means')}</p>
      {asks && (
        <p>
          <label htmlFor={box}>{t('intake.reason')}</label>{' '}
          <Input id={box} value={reason} maxLength={500} onChange={event => setReason(event.target.value)} />
        </p>
      )}
      {progress && (
        <p role="status" className="sending">
          <Progress
            percent={Math.round((progress.done / Math.max(1, progress.all)) * 100)}
            showInfo={false}
          />
          {t('intake.taken', { ...progress })}
        </p>
      )}
      {held > 0 && <p className="intake-else">{t('intake.held', { open, held })}</p>}
      {take.error && <ErrorNote error={take.error} />}
      <Button
        type="primary"
        size="large"
        disabled={ready.length === 0 || waiting || (asks && reason.trim() === '')}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        {t('intake.commit', { count: ready.length })}
      </Button>
    </section>
  )
}
