import { type Correction, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { submissionKey } from '../return/draft.ts'

/** Approving writes the figures; refusing needs an answer. Neither can be taken back, so each says what it does. */
export function Decide({ correction }: { correction: Correction }) {
  const { t } = useTranslation()
  const box = useId()
  const [answer, setAnswer] = useState('')
  const key = useRef(submissionKey())
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      call(routes.decideCorrection, {
        params: { id: correction.id },
        body: { approve, answer: answer.trim() || undefined, key: key.current },
      }),
    onSuccess: refresh,
    onError: () => {
      key.current = submissionKey()
    },
  })
  return (
    <div className="decide no-print">
      <label htmlFor={box}>{t('correction.answer')}</label>
      <Input
        id={box}
        value={answer}
        maxLength={500}
        placeholder={t('correction.answer-means')}
        onChange={event => setAnswer(event.target.value)}
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
