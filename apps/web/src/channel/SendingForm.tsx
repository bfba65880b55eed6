import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { FormDrawer } from '../person/Form.tsx'
import { Field } from '../setup/Field.tsx'
import type { Sending } from './data.ts'
import { HoursField, isHours } from './HoursField.tsx'
import { KindsField } from './KindsField.tsx'

/** The contract's own bounds, in days. */
const [LEAST, MOST] = [30, 3650]

export function SendingForm({ sending, onClose }: { sending: Sending; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [said, setSaid] = useState({
    usual: sending.usual.value,
    urgent: sending.urgent.value,
    urgentKinds: sending.urgentKinds.value,
    keepDays: sending.keepDays.value,
  })
  const save = useMutation({
    mutationFn: () => call(routes.saveSending, { body: said }),
    onSuccess: () => {
      void message.success(t('channel.saved'))
      onClose()
      return refresh()
    },
  })
  return (
    <FormDrawer
      title={t('sending.title')}
      about={t('sending.waits')}
      send={t('channel.save')}
      ready={isHours(said.usual) && isHours(said.urgent)}
      pending={save.isPending}
      error={save.error}
      onSend={() => save.mutate()}
      onClose={onClose}
    >
      <HoursField
        label={t('sending.usual')}
        value={said.usual}
        onChange={usual => setSaid({ ...said, usual })}
      />
      <KindsField
        label={t('sending.urgent-kinds')}
        help={t('sending.urgent-mean')}
        value={said.urgentKinds}
        onChange={urgentKinds => setSaid({ ...said, urgentKinds })}
      />
      <HoursField
        label={t('sending.urgent')}
        value={said.urgent}
        onChange={urgent => setSaid({ ...said, urgent })}
      />
      <Field label={t('sending.keep')} help={t('sending.keep-means', { least: LEAST, most: MOST })}>
        {id => (
          <InputNumber
            id={id}
            min={LEAST}
            max={MOST}
            precision={0}
            value={said.keepDays}
            onChange={days => setSaid({ ...said, keepDays: days ?? said.keepDays })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
