import type { SchemeVersionView } from '@guatu/contract'
import type { Scheme } from '@guatu/scheme'
import { type ScopedTx, schemeHistory, type WrittenScheme } from '@guatu/store'
import { keptScheme, type SchemeOrigin } from '../moment/scheme.ts'

const ORIGINS: readonly SchemeOrigin[] = ['file', 'published', 'supplement']
const originOf = (text: string | null): SchemeOrigin => ORIGINS.find(one => one === text) ?? 'file'

/** The bureau put it into force itself, whole or by a supplement. */
export const isPublished = (origin: string | null): boolean => originOf(origin) !== 'file'

/** `inForce`: seq of the version that judges the day asked about. */
export const versionView = (
  written: WrittenScheme,
  { scheme, name, nameEn }: Pick<Scheme, 'scheme' | 'name' | 'nameEn'>,
  inForce: number,
): SchemeVersionView => ({
  seq: written.seq,
  scheme,
  name,
  nameEn,
  effectiveFrom: written.effectiveFrom,
  origin: originOf(written.origin),
  by: written.by,
  reason: written.reason,
  at: written.at,
  hash: written.hash,
  inForce: written.seq === inForce,
})

/** Every version ever written, newest first. */
export async function versionViews(
  tx: ScopedTx,
  inForce: number,
  knownAt?: number,
): Promise<SchemeVersionView[]> {
  const views: SchemeVersionView[] = []
  for (const written of await schemeHistory(tx, knownAt))
    views.push(versionView(written, (await keptScheme(tx, written)).scheme, inForce))
  return views.reverse()
}

/** The version that holds from the latest day: what a new one comes after. */
export async function latestVersion(tx: ScopedTx, scheme: string): Promise<WrittenScheme | undefined> {
  const known = (await schemeHistory(tx)).filter(one => one.subject === scheme)
  return known.reduce<WrittenScheme | undefined>(
    (latest, one) => (latest && latest.effectiveFrom > one.effectiveFrom ? latest : one),
    undefined,
  )
}
