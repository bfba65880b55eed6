import { canonicalJson } from '@guatu/kernel'
import type { NewBatch } from './new.ts'
import { sha256 } from './sha256.ts'

/** The key came before with other content: nothing was written. */
export class IdempotencyConflict extends Error {
  constructor(readonly key: string) {
    super(`another request was answered under the key ${key}`)
  }
}

/** By what two requests of one person under one key are the same. */
export const contentOf = ({ facts, entries, outbox, request }: NewBatch, person: string): string =>
  sha256(canonicalJson(request === undefined ? { facts, entries, outbox, person } : { request, person }))
