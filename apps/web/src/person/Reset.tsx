import { type PersonRow, routes, type Slip } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { AddressField } from './Address.tsx'
import { FormDrawer } from './Form.tsx'

export function Reset({
  person,
  onClose,
  onSlip,
}: {
  person: PersonRow
  onClose: () => void
  onSlip: (slip: Slip) => void
}) {
  const { t } = useTranslation()
  const [address, setAddress] = useState(location.origin)
  const reset = useMutation({
    mutationFn: () => call(routes.resetPassword, { params: { id: person.id }, body: { address } }),
    onSuccess: ({ slip }) => {
      onClose()
      onSlip(slip)
      return refresh()
    },
  })
  return (
    <FormDrawer
      title={t('person.reset-of', { name: person.name })}
      about={t('person.reset-means')}
      send={t('person.reset-send')}
      ready
      pending={reset.isPending}
      error={reset.error}
      onSend={() => reset.mutate()}
      onClose={onClose}
    >
      <AddressField value={address} onChange={setAddress} />
    </FormDrawer>
  )
}
