import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { NONE } from '../light/glyph.ts'
import { useColourName } from '../light/Light.tsx'
import { stageText } from '../light/reason.ts'
import { useVocabulary } from '../session/me.ts'
import { isNature } from '../why/scope.ts'
import type { Facet } from './filters.ts'

/** What a value of a filter is called. */
export function useFacetName() {
  const { t } = useTranslation()
  const pick = usePick()
  const colourName = useColourName()
  const { lists, units } = useVocabulary()
  return (facet: Facet, one: { readonly id: string; readonly name?: string }): string => {
    if (facet === 'colour') return colourName(one.id)
    if (one.id === NONE) return t('project.not-set')
    if (facet === 'stage') return stageText(one.id, t)
    if (facet === 'nature') return isNature(one.id) ? t(`nature.${one.id}`) : one.id
    const list = facet === 'list' ? lists.find(({ id }) => id === one.id) : undefined
    if (list) return pick(list)
    return one.name ?? units.find(({ id }) => id === one.id)?.name ?? one.id
  }
}
