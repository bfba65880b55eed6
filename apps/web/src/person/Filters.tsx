import type { PersonRow } from '@guatu/contract'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { People } from './people.ts'

export interface Filter {
  readonly text: string
  readonly unit: string
  readonly state: string
}
const STATES = ['active', 'slip', 'no-password', 'closed'] as const

export function passes(person: PersonRow, { text, unit, state }: Filter): boolean {
  const words = [
    person.name,
    person.login ?? '',
    person.phone ?? '',
    ...person.posts.map(post => post.unitName),
  ]
  const found = words.join(' ').toLowerCase().includes(text.trim().toLowerCase())
  const there = unit === '' || person.posts.some(post => post.unit === unit && post.ended === null)
  return found && there && (state === '' || person.state === state)
}

export function Filters({
  people,
  filter,
  onChange,
}: {
  people: People
  filter: Filter
  onChange: (filter: Filter) => void
}) {
  const { t } = useTranslation()
  return (
    <search>
      <Input
        allowClear
        className="people-search"
        aria-label={t('person.search')}
        placeholder={t('person.search')}
        value={filter.text}
        onChange={event => onChange({ ...filter, text: event.target.value })}
      />
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        className="people-unit"
        aria-label={t('post.unit')}
        value={filter.unit}
        onChange={unit => onChange({ ...filter, unit })}
        options={[
          { value: '', label: t('person.all-units') },
          ...people.units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        className="people-state"
        aria-label={t('person.state')}
        value={filter.state}
        onChange={state => onChange({ ...filter, state })}
        options={[
          { value: '', label: t('person.all-states') },
          ...STATES.map(state => ({ value: state, label: t(`person.state.${state}`) })),
        ]}
      />
    </search>
  )
}
