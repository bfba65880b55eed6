import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useColourName } from '../light/Light.tsx'
import { useTelling } from '../light/use-telling.ts'
import { useFacetName } from './facet-name.ts'
import { chosen, FACETS, type Facet, type Filters, isNarrowed, toggle, widened } from './filters.ts'
import type { ProjectFacets } from './list.ts'
import { Ranges } from './Ranges.tsx'

/** Values of one filter before the rest folds away. */
const FIRST = 6

interface Props {
  readonly data: ProjectFacets | undefined
  readonly filters: Filters
  readonly go: (next: Filters) => void
}

/** Every way to narrow the list; each value says how many projects the other filters leave it. */
export function FilterSide({ data, filters, go }: Props) {
  const { t } = useTranslation()
  const facetName = useFacetName()
  const colourName = useColourName()
  const { pick, vocabulary } = useTelling()
  const several = Object.entries(data?.lights ?? {}).filter(([, values]) => values.length > 0)
  return (
    <aside className="filter-side no-print" aria-label={t('project.filters')}>
      <Words filters={filters} go={go} />
      {isNarrowed(filters) && (
        <Button block onClick={() => go(widened(filters))}>
          {t('project.all')}
        </Button>
      )}
      {data &&
        FACETS.filter(facet => offers(data, facet) || filters[facet]).map(facet => (
          <Values
            key={facet}
            title={t(`facet.${facet}`)}
            values={data.facets[facet].map(one => ({ ...one, name: facetName(facet, one) }))}
            chosen={chosen(filters, facet)}
            onToggle={id => go(toggle(filters, facet, id))}
          />
        ))}
      {several.length > 1 &&
        several.map(([dimension, values]) => {
          const light = vocabulary.lights.find(one => one.dimension === dimension)
          return (
            <Values
              key={dimension}
              title={t('project.light-of', { name: light ? pick(light) : dimension })}
              values={values.map(one => ({ ...one, id: `${dimension}:${one.id}`, name: colourName(one.id) }))}
              chosen={chosen(filters, 'light')}
              onToggle={id => go(toggle(filters, 'light', id))}
              folded
            />
          )
        })}
      <Ranges filters={filters} go={go} />
    </aside>
  )
}

/** A filter that leaves no choice is not offered. */
const offers = (data: ProjectFacets, facet: Facet) => data.facets[facet].length > 1

interface Value {
  readonly id: string
  readonly name: string
  readonly count: number
}

function Values({
  title,
  values,
  chosen,
  onToggle,
  folded,
}: {
  title: string
  values: readonly Value[]
  chosen: readonly string[]
  onToggle: (id: string) => void
  folded?: boolean
}) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const [find, setFind] = useState('')
  const matching = values.filter(({ name }) => name.toLowerCase().includes(find.trim().toLowerCase()))
  const shown = all ? matching : matching.filter(({ id }, index) => index < FIRST || chosen.includes(id))
  const some = values.some(({ id }) => chosen.includes(id))
  return (
    <details className="filter" open={!folded || some}>
      <summary>{title}</summary>
      {all && values.length > 2 * FIRST && (
        <Input
          size="small"
          allowClear
          value={find}
          placeholder={t('project.find-value')}
          aria-label={`${title} ${t('project.find-value')}`}
          onChange={event => setFind(event.target.value)}
        />
      )}
      <ul className={all ? 'rows all' : 'rows'}>
        {shown.map(({ id, name, count }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
              <span className="value-name" title={name}>
                {name}
              </span>
              <span className="value-count">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length > FIRST && (
        <button type="button" className="plain as-link" onClick={() => setAll(!all)}>
          {all ? t('project.fewer') : t('project.more-values', { count: values.length })}
        </button>
      )}
    </details>
  )
}

function Words({ filters, go }: Pick<Props, 'filters' | 'go'>) {
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
