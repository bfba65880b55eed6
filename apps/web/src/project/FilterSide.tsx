import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { worstFirst } from '../light/glyph.ts'
import { Light, useColourName } from '../light/Light.tsx'
import { STAGE_ORDER } from '../light/reason.ts'
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
  const fixed: Partial<Record<Facet, readonly string[]>> = {
    colour: worstFirst(vocabulary.colours),
    stage: STAGE_ORDER,
    list: vocabulary.lists.map(list => list.id),
  }
  const inOrder = (facet: Facet, values: ProjectFacets['facets'][Facet]) => ordered(values, fixed[facet])
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
        SHOWN.filter(facet => offers(data, facet) || filters[facet]).map(facet => (
          <Values
            key={facet}
            title={t(`facet.${facet}`)}
            values={inOrder(facet, data.facets[facet]).map(one => ({
              ...one,
              name: facetName(facet, one),
              colour: facet === 'colour' ? one.id : undefined,
            }))}
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
              values={ordered(values, fixed.colour).map(one => ({
                ...one,
                id: `${dimension}:${one.id}`,
                name: colourName(one.id),
                colour: one.id,
              }))}
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

/** Lights first: they are what the list is opened for. */
const SHOWN: readonly Facet[] = ['colour', ...FACETS.filter(facet => facet !== 'colour')]

/** A filter that leaves no choice is not offered. */
const offers = (data: ProjectFacets, facet: Facet) => data.facets[facet].length > 1

interface Value {
  readonly id: string
  readonly name: string
  readonly count: number
  /** Shown as a light. */
  readonly colour?: string
}

/** By the order that the words have of themselves, else as they come: most projects first. */
function ordered<T extends { readonly id: string }>(
  values: readonly T[],
  order: readonly string[] | undefined,
): T[] {
  const rank = (id: string) => {
    const at = order?.indexOf(id) ?? 0
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return values.toSorted((a, b) => rank(a.id) - rank(b.id))
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
        {shown.map(({ id, name, count, colour }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
              <span className="value-name" title={name}>
                {colour === undefined ? name : <Light colour={colour} />}
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
