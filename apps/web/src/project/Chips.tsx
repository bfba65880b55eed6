import { useTranslation } from 'react-i18next'
import { useColourName } from '../light/Light.tsx'
import { useTelling } from '../light/use-telling.ts'
import { useFacetName } from './facet-name.ts'
import { type Bound, change, chosen, FACETS, type Filters, toggle } from './filters.ts'
import type { ProjectFacets } from './list.ts'

interface Chip {
  readonly key: string
  readonly text: string
  readonly without: Filters
}

/** What the list is narrowed by, each taken away by one click. */
export function Chips({
  facets,
  filters,
  go,
}: {
  facets: ProjectFacets | undefined
  filters: Filters
  go: (next: Filters) => void
}) {
  const { t } = useTranslation()
  const chips = useChips(facets, filters)
  if (chips.length === 0) return null
  return (
    <ul className="chips">
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <span>{text}</span>
          <button
            type="button"
            className="plain no-print"
            aria-label={t('project.drop-filter', { filter: text })}
            onClick={() => go(without)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

function useChips(facets: ProjectFacets | undefined, filters: Filters): Chip[] {
  const { t } = useTranslation()
  const facetName = useFacetName()
  const colourName = useColourName()
  const { figures, pick, vocabulary } = useTelling()
  const ofFacets = FACETS.flatMap(facet =>
    chosen(filters, facet).map(id => ({
      key: `${facet} ${id}`,
      text: `${t(`facet.${facet}`)}: ${facetName(facet, facets?.facets[facet].find(one => one.id === id) ?? { id })}`,
      without: toggle(filters, facet, id),
    })),
  )
  const ofLights = chosen(filters, 'light').map(value => {
    const at = value.lastIndexOf(':')
    const light = vocabulary.lights.find(one => one.dimension === value.slice(0, at))
    return {
      key: value,
      text: `${light ? pick(light) : value.slice(0, at)}: ${colourName(value.slice(at + 1))}`,
      without: toggle(filters, 'light', value),
    }
  })
  const range = (name: string, least: Bound, most: Bound, show: (text: string) => string): Chip[] => {
    const [min, max] = [filters[least], filters[most]]
    if (min === undefined && max === undefined) return []
    const text = `${name} ${min === undefined ? '' : `≥ ${show(min)}`} ${max === undefined ? '' : `≤ ${show(max)}`}`
    return [{ key: least, text, without: change(filters, { [least]: undefined, [most]: undefined }) }]
  }
  const money = (text: string) => figures.money(Number(text))
  return [
    ...(filters.q
      ? [
          {
            key: 'q',
            text: t('project.found-by', { words: filters.q }),
            without: change(filters, { q: undefined }),
          },
        ]
      : []),
    ...ofFacets,
    ...ofLights,
    ...range(t('field.total-invest'), 'totalMin', 'totalMax', money),
    ...range(t('field.annual-plan'), 'planMin', 'planMax', money),
    ...range(t('project.completion'), 'doneMin', 'doneMax', text => `${text}%`),
    ...(filters.silent
      ? [{ key: 'silent', text: t('project.silent-only'), without: change(filters, { silent: undefined }) }]
      : []),
  ]
}
