import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it, test } from 'vitest'
import { addKeys, makeKeyFile, readKeys, rotateKey } from './key-file.ts'
import { keyPath } from './key-path.ts'
import { KeyRing } from './key-ring.ts'

const dir = await mkdtemp(join(tmpdir(), '密钥 '))
afterAll(() => rm(dir, { recursive: true }))
let made = 0
const fresh = () => join(dir, `keys ${++made}.json`)
const about = ['a', 'b']
const secretIn = async (path: string): Promise<string[]> =>
  JSON.parse(await readFile(path, 'utf8')).keys.map((one: { key: string }) => one.key)

describe('the file of keys', () => {
  it('is made once, readable by its owner alone, by however many begin at once', async () => {
    const path = fresh()
    const rings = await Promise.all([KeyRing.made(path), KeyRing.made(path), KeyRing.made(path)])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await secretIn(path)).length).toBe(1)
    const sealed = await rings[0]?.seal('x', about)
    expect(await rings[2]?.open(sealed ?? '', about)).toBe('x')
    expect((await readdir(dir)).filter(name => name.includes('.json.'))).toEqual([])
  })
  it('is not made over one that is there, nor where it must be there already', async () => {
    const path = fresh()
    await expect(KeyRing.of(path)).rejects.toThrow('key-file.missing')
    await makeKeyFile(path)
    await expect(makeKeyFile(path)).rejects.toThrow('key-file.there')
  })
  it.each([
    ['no JSON', 'keys'],
    ['no keys', '{"format":1,"keys":[]}'],
    ['a later format', '{"format":2,"keys":[]}'],
    ['a short key', keyText('AAAA')],
    ['another cipher', keyText('AAAA', 'rot13')],
    ['the same id twice', `{"format":1,"keys":[${[1, 2].map(() => keyLine('A'.repeat(43))).join(',')}]}`],
  ])('with %s is refused without being shown, and left as it is', async (_, text) => {
    const path = fresh()
    await writeFile(path, text)
    await expect(KeyRing.made(path)).rejects.toThrow(`key-file.broken: ${path}`)
    await expect(rotateKey(path)).rejects.toThrow('key-file.broken')
    expect(await readFile(path, 'utf8')).toBe(text)
  })
})

function keyLine(key: string, cipher = 'aes-256-gcm') {
  return JSON.stringify({ id: 'one', cipher, key, madeAt: '2026-01-01' })
}
function keyText(key: string, cipher?: string) {
  return `{"format":1,"keys":[${keyLine(key, cipher)}]}`
}

test('after a rotation the new key seals and the old one still opens, without a restart', async () => {
  const path = fresh()
  const ring = await KeyRing.made(path)
  const before = await ring.seal('old', about)
  await rotateKey(path)
  const after = await ring.seal('new', about)
  expect(before.split(':')[2]).not.toBe(after.split(':')[2])
  const other = await KeyRing.of(path)
  for (const one of [ring, other])
    expect([await one.open(before, about), await one.open(after, about)]).toEqual(['old', 'new'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a server that has read the file before reads it again for a key that it does not know', async () => {
  const path = fresh()
  const [first, second] = [await KeyRing.made(path), await KeyRing.made(path)]
  await rotateKey(path)
  expect(await second.open(await first.seal('x', about), about)).toBe('x')
})

test('keys of another file open what they sealed, and seal nothing', async () => {
  const [here, there] = [fresh(), fresh()]
  const [ring, other] = [await KeyRing.made(here), await KeyRing.made(there)]
  const sealed = await other.seal('x', about)
  expect(await ring.open(sealed, about)).toBeUndefined()
  const current = await ring.currentId()
  await addKeys(here, there)
  await addKeys(here, there)
  expect(await ring.open(sealed, about)).toBe('x')
  expect(await ring.currentId()).toBe(current)
  expect((await readKeys(here))?.heads.length).toBe(2)
  await expect(addKeys(here, fresh())).rejects.toThrow('key-file.missing')
})

test('without a file nothing is sealed and nothing opens', async () => {
  const sealed = await (await KeyRing.made(fresh())).seal('x', about)
  expect([KeyRing.none.canSeal, await KeyRing.none.currentId()]).toEqual([false, undefined])
  expect(await KeyRing.none.open(sealed, about)).toBeUndefined()
  await expect(KeyRing.none.seal('x', about)).rejects.toThrow()
})

test('what is printed of keys shows none', async () => {
  const path = fresh()
  const ring = await KeyRing.made(path)
  await ring.seal('x', about)
  const shown = inspect([ring, await readKeys(path)], { depth: 9, showHidden: true })
  for (const secret of await secretIn(path)) expect(shown).not.toContain(secret)
})

test.each([
  ['the file that is named', { keyFile: '/k', url: 'postgres://h', dataDir: '/d' }, '/k'],
  ['the file that is named', { keyFile: '/k', dataDir: '/d' }, '/k'],
  ['beside the embedded database', { dataDir: '/d' }, join('/d', 'keys.json')],
  ['none for a database by URL', { url: 'postgres://h', dataDir: '/d' }, undefined],
  ['none for an empty name', { keyFile: '', url: 'postgres://h', dataDir: '/d' }, undefined],
])('keys are in %s', (_, place, path) => {
  expect(keyPath(place)).toBe(path)
})
