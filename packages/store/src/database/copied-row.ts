const TWO_32 = 0x1_0000_0000
/** `PGCOPY`, a flag, and the length of a header of no use to us. */
const HEADER = 19
const FIRST_OF_HEADER = 0x50

/** Reads the fields of one row of `copy … (format binary)` after another, in order. */
export class CopiedRow {
  #bytes: Buffer = Buffer.alloc(0)
  #at = 0
  readonly #texts = Array.from({ length: TEXTS }, () => NO_TEXT)

  /** The first row has the header before it. False for what ends the rows. */
  of(bytes: Buffer): boolean {
    this.#bytes = bytes
    this.#at = bytes[0] === FIRST_OF_HEADER ? HEADER : 0
    if (this.#at >= bytes.length) return false
    const fields = bytes.readInt16BE(this.#at)
    this.#at += 2
    return fields >= 0
  }

  /** A bigint. */
  integer(): number | undefined {
    const length = this.#length()
    if (length < 0) return undefined
    const at = this.#at
    this.#at += length
    const value = this.#int32(at) * TWO_32 + (this.#int32(at + 4) >>> 0)
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`)
    return value
  }

  /** The same few texts come again and again: each is made once. */
  text(): string | undefined {
    const length = this.#length()
    if (length < 0) return undefined
    const from = this.#at
    this.#at += length
    if (length > LONGEST) return this.#bytes.toString('utf8', from, this.#at)
    const place = this.#placeOf(from, length)
    const known = this.#texts[place] ?? NO_TEXT
    if (this.#is(known.bytes, from, length)) return known.text
    const bytes = Buffer.from(this.#bytes.subarray(from, this.#at))
    const text = bytes.toString()
    this.#texts[place] = { bytes, text }
    return text
  }

  /** A jsonb: a version, then its text. */
  json(): unknown {
    const length = this.#length()
    if (length < 0) return undefined
    const from = this.#at + 1
    this.#at += length
    return JSON.parse(this.#bytes.toString('utf8', from, this.#at))
  }

  #length(): number {
    const length = this.#int32(this.#at)
    this.#at += 4
    return length
  }

  #int32(at: number): number {
    const bytes = this.#bytes
    return (
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
    )
  }

  #placeOf(from: number, length: number): number {
    let hash = length
    for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 0x01000193)
    return (hash >>> 8) % TEXTS
  }

  #is(known: Buffer, from: number, length: number): boolean {
    if (known.length !== length) return false
    for (let at = 0; at < length; at++) if (known[at] !== this.#bytes[from + at]) return false
    return true
  }
}

const TEXTS = 1024
const LONGEST = 32
const NO_TEXT = { bytes: Buffer.alloc(0), text: '' }
