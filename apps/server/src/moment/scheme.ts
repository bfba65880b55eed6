import { type Day, must } from '@guatu/kernel'
import { type ParsedScheme, parseScheme } from '@guatu/scheme'
import {
  type NewFact,
  type SchemeVersion,
  type ScopedTx,
  schemeText,
  schemeVersions,
  sha256,
} from '@guatu/store'

/** How a version came about. */
export type SchemeOrigin = 'file' | 'published' | 'supplement'

/** A plan as the ledger keeps it: the text whole, so that what judged can be read again. */
export interface SchemeBody {
  readonly text: string
  readonly hash: string
  /** Text of the table of its clauses. */
  readonly clauses?: string
  /** Absent: a file. */
  readonly origin?: SchemeOrigin
  /** The notice by which it came about. */
  readonly supplement?: string
  readonly by?: string
  readonly reason?: string
  readonly key?: string
}

export const schemeFact = ({ scheme }: ParsedScheme, text: string, clauses?: string): NewFact => ({
  word: 'scheme',
  subject: scheme.scheme,
  effectiveFrom: scheme.inForce.from,
  body: { text, hash: sha256(text), clauses } satisfies SchemeBody,
})

/** A plan with the sha256 of the text it was read from. */
export interface KeptScheme extends ParsedScheme {
  readonly hash: string
  /** Where its version stands in the ledger. */
  readonly seq: number
}

const LAST_DAY: Day = '9999-12-31'
const parsed = new Map<string, ParsedScheme>()
const KEPT = 50

/**
 * The plan that judges on a day, as known at a moment: the latest that has come into force and not run out, else the
 * latest that ran out, else the first to come. A moment before any plan was written down is judged by today's.
 * Throws for a jurisdiction without any plan.
 */
export async function schemeAt(
  tx: ScopedTx,
  moment: { readonly asOf?: Day; readonly knownAt?: number },
): Promise<KeptScheme> {
  const { asOf = LAST_DAY, knownAt } = moment
  const begun = await schemesKnown(tx, asOf, knownAt)
  const running = begun.filter(one => one.scheme.inForce.to >= asOf)
  const known = running.at(-1) ?? begun.at(-1) ?? (await schemesKnown(tx, LAST_DAY, knownAt))[0]
  if (!known && knownAt !== undefined) return schemeAt(tx, { asOf })
  return must(known, `scheme of ${tx.scope.jurisdiction}`)
}

async function schemesKnown(tx: ScopedTx, asOf: Day, knownAt: number | undefined): Promise<KeptScheme[]> {
  const known: KeptScheme[] = []
  for (const version of await schemeVersions(tx, { asOf, knownAt })) known.push(await keptScheme(tx, version))
  return known.sort((a, b) => (a.scheme.inForce.from < b.scheme.inForce.from ? -1 : 1))
}

/** A version of the ledger, read. */
export async function keptScheme(
  tx: ScopedTx,
  version: Pick<SchemeVersion, 'hash' | 'subject' | 'seq'>,
): Promise<KeptScheme> {
  const { hash, subject, seq } = version
  const known = parsed.get(hash)
  if (known) return { ...known, hash, seq }
  const name = `${subject}@${seq}`
  const scheme = must(parseScheme(await schemeText(tx, version), name).parsed, `readable scheme ${name}`)
  if (parsed.size >= KEPT) parsed.clear()
  parsed.set(hash, scheme)
  return { ...scheme, hash, seq }
}
