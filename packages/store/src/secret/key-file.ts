import { createSecretKey, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readIfThere, writeDurably } from '../embedded/files.ts'
import { withLock } from '../embedded/lock.ts'
import { CIPHERS, type CipherName, type SecretKey } from './cipher.ts'

const entry = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/),
  cipher: z.enum(Object.keys(CIPHERS) as [CipherName]),
  /** Base64. */
  key: z.string(),
  madeAt: z.string(),
})
/** The first key seals; all of them open. */
const file = z.strictObject({ format: z.literal(1), keys: z.array(entry).min(1) })
type KeyFile = z.infer<typeof file>

export type KeyFileCode = 'key-file.missing' | 'key-file.broken' | 'key-file.there'

/** The file of keys cannot be used: its path and what is wrong, never what it holds. */
export class KeyFileFault extends Error {
  constructor(
    readonly code: KeyFileCode,
    readonly path: string,
  ) {
    super(`${code}: ${path}`)
  }
}

/** A key without its secret. */
export interface KeyHead {
  readonly id: string
  readonly cipher: CipherName
  readonly madeAt: string
}

export interface Keys {
  readonly heads: readonly KeyHead[]
  /** The first seals. */
  readonly keys: readonly SecretKey[]
}

/** Undefined when there is no such file. Throws `KeyFileFault`. */
export async function readKeys(path: string): Promise<Keys | undefined> {
  const found = await readFile(path)
  return (
    found && {
      heads: found.keys.map(({ key: _, ...head }) => head),
      keys: found.keys.map(({ id, cipher, key }) => ({
        id,
        cipher,
        key: createSecretKey(Buffer.from(key, 'base64')),
      })),
    }
  )
}

/** Makes a file with one key, readable by its owner alone; leaves one that is there. */
export const ensureKeyFile = (path: string): Promise<void> =>
  changed(path, found => found ?? { format: 1, keys: [newKey()] })

/** As `ensureKeyFile`, but throws when there is one. */
export const makeKeyFile = (path: string): Promise<void> =>
  changed(path, found => {
    if (found) throw new KeyFileFault('key-file.there', path)
    return { format: 1, keys: [newKey()] }
  })

/** A new key seals from now on; the others stay, to open what they sealed. */
export const rotateKey = (path: string): Promise<void> =>
  changed(path, found => ({ format: 1, keys: [newKey(), ...there(found, path).keys] }))

/** Takes the keys of another file in, to open what they sealed: after a restore. */
export async function addKeys(path: string, other: string): Promise<void> {
  const more = there(await readFile(other), other).keys
  await changed(path, found => {
    const { keys } = there(found, path)
    const known = new Set(keys.map(one => one.id))
    return { format: 1, keys: [...keys, ...more.filter(one => !known.has(one.id))] }
  })
}

function there(found: KeyFile | undefined, path: string): KeyFile {
  if (!found) throw new KeyFileFault('key-file.missing', path)
  return found
}

/** One process at a time, and whole or not at all: a key that is lost loses what it sealed. */
async function changed(path: string, change: (found: KeyFile | undefined) => KeyFile): Promise<void> {
  await withLock(`${path}.lock`, async () => {
    const found = await readFile(path)
    const next = change(found)
    if (next !== found) await writeDurably(path, `${JSON.stringify(next, null, 1)}\n`, 0o600)
  })
}

async function readFile(path: string): Promise<KeyFile | undefined> {
  const text = await readIfThere(path)
  if (text === undefined) return undefined
  const read = file.safeParse(jsonOf(text))
  const whole =
    read.success &&
    read.data.keys.every(
      ({ cipher, key }) => Buffer.from(key, 'base64').length === CIPHERS[cipher].keyBytes,
    ) &&
    new Set(read.data.keys.map(one => one.id)).size === read.data.keys.length
  if (!whole) throw new KeyFileFault('key-file.broken', path)
  return read.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function newKey(): KeyFile['keys'][number] {
  const cipher = 'aes-256-gcm'
  return {
    id: randomBytes(6).toString('hex'),
    cipher,
    key: randomBytes(CIPHERS[cipher].keyBytes).toString('base64'),
    madeAt: new Date().toISOString(),
  }
}
