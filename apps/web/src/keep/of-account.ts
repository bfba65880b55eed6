import { type Draft, isOf } from './draft.ts'
import { photosKept } from './photo-store.ts'
import type { Unsent } from './queue.ts'
import { drop, keysKept, readAllKept, readKept } from './store.ts'

/** What this device holds of an account that no server has. */
export interface OnlyHere {
  readonly returns: number
  readonly photos: number
  /** Keys of drafts. */
  readonly drafts: readonly string[]
}

type Synced = Draft<{ readonly synced?: boolean }>

export async function onlyHere(account: string): Promise<OnlyHere> {
  const own = (one: { readonly account: string }) => one.account === account
  const drafts: string[] = []
  for (const place of (await keysKept('draft')).filter(key => isOf(account, key))) {
    const draft = await readKept<Synced>('draft', place)
    if (draft && !draft.content.synced) drafts.push(place)
  }
  return {
    returns: (await readAllKept<Unsent>('unsent')).filter(own).length,
    photos: (await photosKept()).filter(own).length,
    drafts,
  }
}

/** Drafts that the unit has anyway; with `all`, everything of the account. */
export async function clearOf(account: string, all: boolean): Promise<void> {
  const { drafts } = await onlyHere(account)
  for (const place of (await keysKept('draft')).filter(key => isOf(account, key)))
    if (all || !drafts.includes(place)) await drop(place, 'draft')
  if (!all) return
  for (const one of await readAllKept<Unsent>('unsent'))
    if (one.account === account) await drop(one.key, 'unsent')
  for (const one of await photosKept()) if (one.account === account) await drop(one.key, 'photo', 'bytes')
}
