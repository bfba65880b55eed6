import { type Draft, placeOf } from './draft.ts'
import type { Unsent } from './queue.ts'
import { drop, readKept } from './store.ts'
import { tellTabs } from './tabs.ts'

/** The draft of a return that the server has taken, unless somebody went on typing after it was submitted. */
export async function dropSent({ account, unit, period, at }: Unsent): Promise<void> {
  const place = placeOf(account, unit, period)
  const draft = await readKept<Draft<{ readonly at: string }>>('draft', place)
  if (!draft || draft.content.at > at) return
  await drop(place, 'draft')
  tellTabs({ about: 'draft', place })
}
