import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'
import type { Telling } from './reason.ts'

export function useTelling(): Telling {
  const { t } = useTranslation()
  return { t, figures: useFigures(), pick: usePick(), vocabulary: useVocabulary() }
}
