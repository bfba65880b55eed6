import { expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { testDatabase } from '../testing/index.ts'
import { beginSetup, currentSetup, finishSetup } from './setup.ts'

const database = await testDatabase()

it('is begun by the first who comes, can be begun anew until it is finished, and is finished once', async () => {
  expect(await currentSetup(database)).toBeUndefined()
  for (const id of ['first', 'second']) await createJurisdiction(database, { id, name: id })
  await beginSetup(database, { jurisdiction: 'first', region: '610000', login: 'li' })
  await beginSetup(database, { jurisdiction: 'first', login: 'wang' })
  const begun = { jurisdiction: 'first', region: undefined, login: 'wang', finishedAt: undefined }
  expect(await currentSetup(database)).toEqual(begun)
  expect(await finishSetup(database, 'first')).toBe(true)
  expect(await finishSetup(database, 'first')).toBe(false)
  expect(await finishSetup(database, 'second')).toBe(false)
  await beginSetup(database, { jurisdiction: 'first', login: 'thief' })
  const finished = await currentSetup(database)
  expect(finished).toMatchObject({ login: 'wang' })
  expect(finished?.finishedAt).toMatch(/^\d{4}-/)
})
