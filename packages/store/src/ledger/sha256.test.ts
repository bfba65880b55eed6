import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

it('is the published digest of "abc" (FIPS 180-4), from text and from bytes', () => {
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect([sha256('abc'), sha256(new TextEncoder().encode('abc'))]).toEqual([digest, digest])
})
