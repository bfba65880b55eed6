import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refused } from '../faults.ts'
import type { ReadLimits } from '../limits.ts'

/** Small parts may compress as well as they like: the ratio is asked of parts above this size. */
const RATIO_MATTERS_FROM = 5 * 1024 * 1024

/** A zip whose directory was checked; parts are unpacked as streams, never whole, and only when asked for. */
export class Archive {
  private unpacked = 0

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ReadLimits,
  ) {}

  static async open(bytes: Uint8Array, limits: ReadLimits): Promise<Archive> {
    const zip = await openZip(bytes)
    if (zip.entryCount > limits.entries)
      throw new Refused('file.too-many-entries', { limit: limits.entries, found: zip.entryCount })
    const entries = new Map<string, Entry>()
    const all: Entry[] = []
    try {
      for await (const entry of zip.eachEntry()) {
        entries.set(entry.fileName.toLowerCase(), entry)
        all.push(entry)
      }
    } catch (error) {
      throw zipRefusal(error)
    }
    // Also those that bear one name: others unpack each of them.
    checkDirectory(all, limits)
    return new Archive(zip, entries, limits)
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase())
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  /** The part's bytes in chunks. Counts what really comes out, whatever the directory declared. */
  async *part(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase())
    if (!entry) throw new Refused('file.broken', { found: name })
    try {
      const stream = await this.zip.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        this.unpacked += chunk.length
        if (this.unpacked > this.limits.unpackedBytes)
          throw new Refused('file.unpacks-too-large', {
            limit: this.limits.unpackedBytes,
            found: this.unpacked,
          })
        yield chunk
      }
    } catch (error) {
      throw error instanceof Refused ? error : zipRefusal(error)
    }
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw zipRefusal(error)
  }
}

function checkDirectory(entries: readonly Entry[], limits: ReadLimits): void {
  if (entries.some(entry => entry.isEncrypted())) throw new Refused('file.encrypted')
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (declared > limits.unpackedBytes)
    throw new Refused('file.unpacks-too-large', { limit: limits.unpackedBytes, found: declared })
  for (const entry of entries) {
    const ratio = Math.floor(entry.uncompressedSize / Math.max(1, entry.compressedSize))
    if (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > limits.ratio)
      throw new Refused('file.unpacks-too-large', { limit: limits.ratio, found: ratio })
  }
}

/** yauzl tells its refusals by message only. */
function zipRefusal(error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error)
  if (/absolute path|invalid relative path|invalid characters in fileName/.test(message))
    return new Refused('file.unsafe-names')
  if (/encrypt/.test(message)) return new Refused('file.encrypted')
  return new Refused('file.broken', { found: message.slice(0, 80) })
}
