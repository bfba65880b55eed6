import { type Correction, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import { placeOf } from '../keep/draft.ts'
import { RestoredNote } from '../keep/RestoredNote.tsx'
import { useKeptForm } from '../keep/use-kept-form.ts'
import { submissionKey } from '../return/draft.ts'
import { useMe } from '../session/me.ts'

const NOTHING = { answer: '' }

/** Approving writes the figures; refusing needs an answer. Neither can be taken back, so each says what it does. */
export function Decide({ correction }: { correction: Correction }) {
  const { t } = useTranslation()
  const box = useId()
  const { account } = useMe()
  const kept = useKeptForm(placeOf(account, 'decide', correction.id), NOTHING)
  const { answer } = kept.form
  const key = useRef(submissionKey())
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      call(routes.decideCorrection, {
        params: { id: correction.id },
        body: { approve, answer: answer.trim() || undefined, key: key.current },
      }),
    onSuccess: () => {
      kept.clear()
      return refresh()
    },
    // Repeated after a broken line it keeps its key, so it is written once.
    onError: error => {
      if (!(error instanceof ApiFault && error.code === NETWORK)) key.current = submissionKey()
    },
  })
  return (
    <div className="decide no-print">
      <RestoredNote restored={kept.restored} failed={kept.failed} onDrop={kept.clear} />
      <label htmlFor={box}>{t('correction.answer')}</label>
      <Input
        id={box}
        value={answer}
        maxLength={500}
        placeholder={t('correction.answer-means')}
        onChange={event => kept.set({ answer: event.target.value })}
      />
      <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
        {t('correction.approve', { count: correction.rows.length })}
      </Button>
      <Button disabled={answer.trim() === ''} loading={decide.isPending} onClick={() => decide.mutate(false)}>
        {t('correction.refuse')}
      </Button>
      <small className="soft">{t('correction.approve-means')}</small>
      {decide.error && <ErrorNote error={decide.error} />}
    </div>
  )
}
