import { type Me, routes, type Vocabulary } from '@guatu/contract'
import { createContext, use } from 'react'
import { queries } from '../api/use-api.ts'
import { tellTabs } from '../keep/tabs.ts'
import { sessionEnded } from './ended.ts'

const ME_KEY = [routes.whoAmI.name, null, null]
export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('no session around this page')
  return me
}

/** The words of the plan in force. Only pages with figures ask for it; an administrator sees none of them. */
export function useVocabulary(): Vocabulary {
  const { vocabulary } = useMe()
  if (!vocabulary) throw new Error('this post has no plan')
  return vocabulary
}

export const useMay = (route: string) => useMe().may.includes(route)

/** Another person or post sees other figures: nothing of the last one stays. */
export function enter(me: Me): void {
  queries.setQueryData(ME_KEY, me)
  queries.removeQueries({ predicate: query => query.queryKey[0] !== ME_KEY[0] })
  sessionEnded(false)
  tellTabs({ about: 'signed-in' })
}
