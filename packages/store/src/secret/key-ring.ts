import { keyIdOf, open, type SecretKey, seal } from './cipher.ts'
import { ensureKeyFile, KeyFileFault, readKeys } from './key-file.ts'

/**
 * The keys of an installation, from a file that stands outside the database. Read again whenever a new key may be
 * there, so that a rotation needs no restart.
 */
export class KeyRing {
  #keys: readonly SecretKey[] = []

  /** Without a path nothing can be sealed or opened. */
  private constructor(readonly path: string | undefined) {}

  static readonly none = new KeyRing(undefined)

  /** Of a file that must be there. Throws `KeyFileFault`. */
  static async of(path: string): Promise<KeyRing> {
    const ring = new KeyRing(path)
    await ring.#read()
    return ring
  }

  /** Of a file that is made where there is none. */
  static async made(path: string): Promise<KeyRing> {
    await ensureKeyFile(path)
    return KeyRing.of(path)
  }

  get canSeal(): boolean {
    return this.path !== undefined
  }

  /** The key that seals now. Undefined: none does. */
  async currentId(): Promise<string | undefined> {
    await this.#read()
    return this.#keys[0]?.id
  }

  async seal(text: string, about: readonly string[]): Promise<string> {
    await this.#read()
    const key = this.#keys[0]
    if (!key) throw new Error('sealing without a key')
    return seal(key, text, about)
  }

  /** Undefined when none of the keys opens it. */
  async open(sealed: string, about: readonly string[]): Promise<string | undefined> {
    const id = keyIdOf(sealed)
    const known = () => this.#keys.find(one => one.id === id)
    if (id !== undefined && !known()) await this.#read()
    const key = known()
    return key && open(key, sealed, about)
  }

  async #read(): Promise<void> {
    if (this.path === undefined) return
    const found = await readKeys(this.path)
    if (!found) throw new KeyFileFault('key-file.missing', this.path)
    this.#keys = found.keys
  }
}
