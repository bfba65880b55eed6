import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { READ_LIMITS } from '../limits.ts'
import { Archive } from './archive.ts'

const part = new Uint8Array(100)

/** Three parts of one name: packed under three of the same length, then renamed. */
function thrice(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'aaaa-1': part, 'aaaa-2': part, 'aaaa-3': part }))
  for (const name of ['aaaa-2', 'aaaa-3'])
    for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name)) zip.write('aaaa-1', at)
  return zip
}

test.each([
  [299, false],
  [300, true],
])('parts of one name count each towards %i bytes', async (unpackedBytes, opens) => {
  const opened = Archive.open(thrice(), { ...READ_LIMITS, unpackedBytes })
  if (opens) expect((await opened).names()).toEqual(['aaaa-1'])
  else await expect(opened).rejects.toMatchObject({ fault: { code: 'file.unpacks-too-large' } })
})
