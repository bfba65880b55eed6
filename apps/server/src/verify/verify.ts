import { ENGINE } from '@guatu/domain'
import {
  canonicalHash,
  chainBreaks,
  type Database,
  evidenceFiles,
  headOf,
  issuedFiles,
  jurisdictions,
  type KeptFile,
  projectionFindings,
  readScope,
  type ScopedTx,
  sourceFiles,
  storedResults,
} from '@guatu/store'
import { checkResult, type ResultCheck } from '../result/again.ts'

/** Something that is not as it was written. */
export interface VerifyFinding {
  readonly jurisdiction: string
  readonly seq: number
  readonly what: 'chain' | 'projection' | 'result' | 'document' | 'source-file' | 'evidence'
  /** `gap`, `link`, `hash`, `head` of a chain; `altered`, `missing`, `differs` of the others. */
  readonly why: string
  /** Which projection row, result or file. */
  readonly id?: string
}

export interface JurisdictionVerified {
  readonly jurisdiction: string
  /** The end of the ledger. */
  readonly seq: number
  readonly hash: string
  readonly results: number
  readonly documents: number
  readonly files: number
}

export interface Verified {
  readonly ok: boolean
  readonly engine: string
  readonly jurisdictions: readonly JurisdictionVerified[]
  readonly findings: readonly VerifyFinding[]
  /** Results that another engine judged and this one judges otherwise, or that differ under the same one. */
  readonly differing: readonly (ResultCheck & { readonly jurisdiction: string })[]
  /** Of all heads and of what was stored and issued: equal for equal installations. */
  readonly digest: string
}

/** Enough to see what is wrong; a damaged disk would name millions. */
const MOST = 1000

/** Holds everything kept to its hashes, its ledger and its plans, one jurisdiction at one moment each; writes nothing. */
export async function verifyAll(database: Database): Promise<Verified> {
  const found: VerifyFinding[] = []
  const differing: (ResultCheck & { jurisdiction: string })[] = []
  const verified: JurisdictionVerified[] = []
  const kept: unknown[] = []
  for (const { id: jurisdiction } of await jurisdictions(database)) {
    const scope = { jurisdiction, person: 'cli', reads: 'all' as const }
    await readScope(database, scope, async tx => {
      const head = await headOf(tx)
      for await (const finding of findingsOf(tx))
        if (found.length < MOST) found.push({ jurisdiction, ...finding })
      const results = await storedResults(tx)
      for (const result of results) {
        const check = await checkResult(tx, result)
        if (check.state === 'differs') differing.push({ jurisdiction, ...check })
        if (check.state === 'altered' || (check.state === 'differs' && !check.otherEngine))
          found.push({ jurisdiction, seq: check.seq, what: 'result', why: check.state, id: check.id })
      }
      const documents = await issuedFiles(tx)
      const files = await sourceFiles(tx)
      const photos = await evidenceFiles(tx)
      found.push(...fileFindings('document', documents).map(one => ({ jurisdiction, ...one })))
      found.push(...fileFindings('source-file', files).map(one => ({ jurisdiction, ...one })))
      found.push(...fileFindings('evidence', photos).map(one => ({ jurisdiction, ...one })))
      verified.push({
        jurisdiction,
        ...head,
        results: results.length,
        documents: documents.length,
        files: files.length + photos.length,
      })
      const hashes = (list: readonly { id: string; sha256: string }[]) =>
        list.map(one => `${one.id} ${one.sha256}`).sort()
      kept.push([jurisdiction, head, hashes(results), hashes(documents), hashes([...files, ...photos])])
    })
  }
  const digest = canonicalHash({ kept })
  return {
    ok: found.length === 0,
    engine: ENGINE,
    jurisdictions: verified,
    findings: found,
    differing,
    digest,
  }
}

type Finding = Omit<VerifyFinding, 'jurisdiction'>

async function* findingsOf(tx: ScopedTx): AsyncGenerator<Finding, void> {
  for await (const { seq, why } of chainBreaks(tx)) yield { seq, what: 'chain', why }
  for await (const { table, id, seq } of projectionFindings(tx))
    yield { seq, what: 'projection', why: 'differs', id: `${table} ${id}` }
}

const fileFindings = (what: VerifyFinding['what'], files: readonly KeptFile[]): Finding[] =>
  files
    .filter(file => file.now !== file.sha256)
    .map(({ id, seq, now }) => ({ seq, what, why: now === null ? 'missing' : 'altered', id }))
