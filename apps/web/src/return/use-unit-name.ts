import { useVocabulary } from '../session/me.ts'

export function useUnitName(): (id: string) => string {
  const { units } = useVocabulary()
  return id => units.find(unit => unit.id === id)?.name ?? id
}
