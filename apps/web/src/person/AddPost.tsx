import { type PersonRow, type Role, routes, type Slip } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { Field } from '../setup/Field.tsx'
import { AddressField } from './Address.tsx'
import { DayField, FormDrawer } from './Form.tsx'
import type { People } from './people.ts'

/** A new person with the first post and a login slip, or one more post of a known person. */
export function AddPost({
  people,
  person,
  onClose,
  onSlip,
}: {
  people: People
  person: PersonRow | undefined
  onClose: () => void
  onSlip: (slip: Slip) => void
}) {
  const { t } = useTranslation()
  const [who, setWho] = useState({ name: '', login: '', phone: '' })
  const [unit, setUnit] = useState<string>()
  const [role, setRole] = useState<Role>('reporter')
  const [head, setHead] = useState(false)
  const [day, setDay] = useState(people.today)
  const [address, setAddress] = useState(location.origin)
  const add = useMutation({
    mutationFn: async () => {
      const post = { unit: unit ?? '', role, head, day }
      if (person) await call(routes.addPost, { params: { id: person.id }, body: post })
      else {
        const { phone, ...named } = who
        const body = { ...post, ...named, address, ...(phone.trim() ? { phone: phone.trim() } : {}) }
        onSlip((await call(routes.addPerson, { body })).slip)
      }
    },
    onSuccess: () => {
      onClose()
      return refresh()
    },
  })
  const ready =
    unit !== undefined && day !== '' && (person !== undefined || Boolean(who.name.trim() && who.login))
  return (
    <FormDrawer
      title={person ? t('person.add-post-of', { name: person.name }) : t('person.add')}
      about={person ? undefined : t('person.add-means')}
      send={person ? t('person.add-post') : t('person.add-send')}
      ready={ready}
      pending={add.isPending}
      error={add.error}
      onSend={() => add.mutate()}
      onClose={onClose}
    >
      {!person && (
        <>
          <Field label={t('post.person')}>
            {id => (
              <Input
                id={id}
                maxLength={60}
                value={who.name}
                onChange={event => setWho({ ...who, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('login.account')} help={t('person.login-means')}>
            {id => (
              <Input
                id={id}
                maxLength={32}
                autoComplete="off"
                value={who.login}
                onChange={event => setWho({ ...who, login: event.target.value.trim() })}
              />
            )}
          </Field>
          <Field label={t('person.phone')}>
            {id => (
              <Input
                id={id}
                maxLength={30}
                value={who.phone}
                onChange={event => setWho({ ...who, phone: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t('post.unit')}>
        {id => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={unit}
            onChange={setUnit}
            options={people.units.map(one => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label={t('post.role')}>
        {id => (
          <Select
            id={id}
            value={role}
            onChange={setRole}
            options={people.gives.map(one => ({ value: one, label: t(`role.${one}`) }))}
          />
        )}
      </Field>
      <Checkbox checked={head} onChange={event => setHead(event.target.checked)}>
        {t('person.head')} <small className="soft">{t('person.head-means')}</small>
      </Checkbox>
      <DayField value={day} today={people.today} label={t('person.from')} onChange={setDay} />
      {!person && <AddressField value={address} onChange={setAddress} />}
    </FormDrawer>
  )
}
