import { type PersonRow, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { DayField, FormDrawer, isReason, ReasonField } from './Form.tsx'

export function EndPost({
  today,
  person,
  post,
  onClose,
}: {
  today: string
  person: PersonRow
  post: PersonRow['posts'][number]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const end = useMutation({
    mutationFn: () => call(routes.endPost, { params: { id: post.id }, body: { day, reason } }),
    onSuccess: () => {
      onClose()
      return refresh()
    },
  })
  return (
    <FormDrawer
      title={t('person.end-of', { name: person.name, unit: post.unitName })}
      about={t('person.end-means')}
      send={t('person.end')}
      ready={day !== '' && isReason(reason)}
      pending={end.isPending}
      error={end.error}
      onSend={() => end.mutate()}
      onClose={onClose}
    >
      <DayField value={day} today={today} label={t('person.end-day')} onChange={setDay} />
      <ReasonField value={reason} onChange={setReason} />
    </FormDrawer>
  )
}
