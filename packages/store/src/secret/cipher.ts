import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/**
 * Ciphers that keep a text secret and tell when it was changed. Another (SM4-GCM, once Node's OpenSSL has it) is one
 * line more: what is sealed names its cipher. Sizes in bytes.
 */
export const CIPHERS = { 'aes-256-gcm': { keyBytes: 32, nonceBytes: 12, tagBytes: 16 } } as const
export type CipherName = keyof typeof CIPHERS

export interface SecretKey {
  readonly id: string
  readonly cipher: CipherName
  readonly key: KeyObject
}

/** Of the layout `guatu1:<cipher>:<key>:<nonce>:<text and tag>`, the last two in base64url. */
const VERSION = 'guatu1'

/** `about`: whose secret it is. The same must be said to open it, so that it is of no use in another row. */
export function seal({ id, cipher, key }: SecretKey, text: string, about: readonly string[]): string {
  const { nonceBytes, tagBytes } = CIPHERS[cipher]
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  sealing.setAAD(boundTo(cipher, id, about))
  const bytes = Buffer.concat([sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()])
  return [VERSION, cipher, id, nonce.toString('base64url'), bytes.toString('base64url')].join(':')
}

/** The key that a sealed text names; undefined when it is none of ours. */
export function keyIdOf(sealed: string): string | undefined {
  const [version, , id] = sealed.split(':')
  return version === VERSION && id ? id : undefined
}

/** Undefined when it was sealed by another key or about something else, or was changed since. */
export function open(
  { id, cipher, key }: SecretKey,
  sealed: string,
  about: readonly string[],
): string | undefined {
  const [version, named, keyId, nonce = '', text = '', ...more] = sealed.split(':')
  const { nonceBytes, tagBytes } = CIPHERS[cipher]
  const bytes = Buffer.from(text, 'base64url')
  const start = Buffer.from(nonce, 'base64url')
  if (version !== VERSION || named !== cipher || keyId !== id || more.length > 0) return undefined
  if (start.length !== nonceBytes || bytes.length < tagBytes) return undefined
  const opening = createDecipheriv(cipher, key, start, { authTagLength: tagBytes })
  opening.setAAD(boundTo(cipher, id, about))
  opening.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([opening.update(bytes.subarray(0, -tagBytes)), opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const boundTo = (cipher: CipherName, id: string, about: readonly string[]) =>
  Buffer.from(JSON.stringify([VERSION, cipher, id, ...about]))
