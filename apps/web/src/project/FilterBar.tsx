import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { useColourName } from '../light/Light.tsx'
import { stageText } from '../light/reason.ts'
import { useVocabulary } from '../session/me.ts'
import { isNature } from '../why/scope.ts'
import { choose, chosen, FACETS, type Facet, type Filters } from './filters.ts'
import type { ProjectList } from './list.ts'

const COUNTED = {
  list: 'lists',
  unit: 'units',
  stage: 'stages',
  nature: 'natures',
  colour: 'colours',
  leader: 'leaders',
} as const satisfies Record<Facet, keyof ProjectList['facets']>

/** One box per way to narrow the list; each choice says how many projects it has. */
export function FilterBar({
  facets,
  filters,
  go,
}: {
  facets: ProjectList['facets']
  filters: Filters
  go: (next: Filters) => void
}) {
  const { t } = useTranslation()
  const name = useFacetName()
  const narrowed = FACETS.some(facet => filters[facet]) || filters.q
  return (
    <div className="filters no-print">
      <Words filters={filters} go={go} />
      {FACETS.filter(facet => facets[COUNTED[facet]].length > 1 || filters[facet]).map(facet => (
        <Select
          key={facet}
          mode="multiple"
          allowClear
          maxTagCount={1}
          aria-label={t(`facet.${facet}`)}
          placeholder={t(`facet.${facet}`)}
          value={chosen(filters, facet)}
          onChange={(values: string[]) => go(choose(filters, facet, values))}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={facets[COUNTED[facet]].map(one => ({
            value: one.id,
            label: t('project.counted', { name: name(facet, one), count: one.count }),
          }))}
        />
      ))}
      {narrowed && (
        <Button onClick={() => go({ sort: filters.sort, order: filters.order })}>{t('project.all')}</Button>
      )}
    </div>
  )
}

function Words({ filters, go }: { filters: Filters; go: (next: Filters) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(filters.q ?? '')
  useEffect(() => setText(filters.q ?? ''), [filters.q])
  return (
    <Input.Search
      allowClear
      value={text}
      maxLength={100}
      placeholder={t('project.words')}
      aria-label={t('project.words')}
      onChange={event => setText(event.target.value)}
      onSearch={q => go({ ...filters, q: q.trim() || undefined, page: undefined })}
    />
  )
}

function useFacetName() {
  const { t } = useTranslation()
  const pick = usePick()
  const colourName = useColourName()
  const { lists } = useVocabulary()
  return (facet: Facet, one: { id: string; name: string }): string => {
    if (facet === 'colour') return colourName(one.id)
    if (facet === 'stage') return stageText(one.id, t)
    if (facet === 'nature') return isNature(one.id) ? t(`nature.${one.id}`) : one.name
    const list = facet === 'list' ? lists.find(({ id }) => id === one.id) : undefined
    return list ? pick(list) : one.name
  }
}
