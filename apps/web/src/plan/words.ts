import { useTranslation } from 'react-i18next'

const KINDS = [
  'list',
  'indicator',
  'target',
  'cadence',
  'light',
  'task',
  'action',
  'duty',
  'procedure',
  'funnel',
  'fund',
  'score',
  'disclosure',
  'document',
  'setting',
  'unit',
  'colour',
  'field',
  'plan',
] as const
const KEYS = [
  'floor',
  'stretch',
  'bands',
  'name',
  'nameEn',
  'default',
  'due',
  'reading',
  'inForce',
  'terms',
] as const

/** Names of kinds and keys of the language; one that the screens do not know yet stands as it is written. */
export function usePlanWords() {
  const { t } = useTranslation()
  return {
    kind: (kind: string) => {
      const known = KINDS.find(one => one === kind)
      return known ? t(`plan.kind.${known}`) : kind
    },
    /** `bands.0.below`: the first part in words, the rest as in the text. */
    path: (path: string) => {
      const [first = '', ...rest] = path.split('.')
      const known = KEYS.find(one => one === first)
      return [known ? t(`plan.key.${known}`) : first, ...rest].join(' · ')
    },
  }
}
