import { type PersonRow, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { Field } from '../setup/Field.tsx'
import { DayField, FormDrawer, isReason, ReasonField } from './Form.tsx'
import type { People } from './people.ts'

/** Says before what passes to whom, and after what did. */
export function HandOver({
  people,
  person,
  onClose,
}: {
  people: People
  person: PersonRow
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [to, setTo] = useState<string>()
  const [day, setDay] = useState(people.today)
  const [reason, setReason] = useState('')
  const others = people.persons.filter(one => one.id !== person.id && one.state !== 'closed')
  const held = person.posts.filter(post => post.ended === null)
  const pass = useMutation({
    mutationFn: () =>
      call(routes.handOverPosts, { params: { id: person.id }, body: { to: to ?? '', day, reason } }),
    onSuccess: done => {
      void message.success(t('person.handed-over', done))
      onClose()
      return refresh()
    },
  })
  return (
    <FormDrawer
      title={t('person.hand-over-of', { name: person.name })}
      about={t('person.hand-over-means')}
      send={t('person.hand-over')}
      ready={to !== undefined && day !== '' && isReason(reason)}
      pending={pass.isPending}
      error={pass.error}
      onSend={() => pass.mutate()}
      onClose={onClose}
    >
      <ul className="rows deed-list">
        {held.map(post => (
          <li key={post.id}>
            {post.unitName} · {t(`role.${post.role}` as 'role.reporter')}
            {post.head && <b> {t('person.head')}</b>}
          </li>
        ))}
      </ul>
      <Field label={t('person.successor')} help={t('person.successor-means')}>
        {id => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={to}
            onChange={setTo}
            options={others.map(one => ({ value: one.id, label: `${one.name} ${one.login ?? ''}` }))}
          />
        )}
      </Field>
      <DayField value={day} today={people.today} label={t('person.hand-over-day')} onChange={setDay} />
      <ReasonField value={reason} onChange={setReason} />
    </FormDrawer>
  )
}
