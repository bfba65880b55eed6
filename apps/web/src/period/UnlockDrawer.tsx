import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { FormDrawer } from '../person/Form.tsx'
import '../person/person.css'
import { submissionKey } from '../return/draft.ts'
import { Field } from '../setup/Field.tsx'

const MOST_HOURS = 72

/** For a while, with a reason and a name; a single figure is better corrected. */
export function UnlockDrawer({ period, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState<number | null>(24)
  const key = useRef(submissionKey())
  const unlock = useMutation({
    mutationFn: () =>
      call(routes.unlockPeriod, {
        params: { period },
        body: { reason: reason.trim(), hours: hours ?? 1, key: key.current },
      }),
    onSuccess: () => {
      onClose()
      return refresh()
    },
  })
  return (
    <FormDrawer
      title={t('closing.unlock-of', { period: figures.period(period) })}
      about={t('closing.unlock-means')}
      send={t('closing.unlock-do', { hours: hours ?? '' })}
      ready={reason.trim() !== '' && hours !== null}
      pending={unlock.isPending}
      error={unlock.error}
      onSend={() => unlock.mutate()}
      onClose={onClose}
    >
      <Field label={t('person.reason')}>
        {id => (
          <Input.TextArea
            id={id}
            required
            rows={2}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('closing.hours')} help={t('closing.hours-means', { most: MOST_HOURS })}>
        {id => (
          <InputNumber id={id} min={1} max={MOST_HOURS} precision={0} value={hours} onChange={setHours} />
        )}
      </Field>
    </FormDrawer>
  )
}
