import { constants, crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly data: Uint8Array | string
  /** Already deflated data, with the size it claims to unpack to. */
  readonly deflated?: { readonly size: number }
  readonly encrypted?: boolean
}

/** A zip made by hand, so that a test can make one that lies. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.data)
    const packed = entry.deflated ? data : deflateRawSync(data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.encrypted ? 0x801 : 0x800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(entry.deflated ? 0 : crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.deflated?.size ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** `count` copies of the block as one deflate stream, at the cost of packing it once. */
export function deflateRepeated(block: Buffer, count: number, before = '', after = ''): Buffer {
  const flushed = (data: Buffer | string) =>
    deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
  const packed = flushed(block)
  return Buffer.concat([
    flushed(before),
    ...Array.from({ length: count }, () => packed),
    flushed(after),
    Buffer.from([0x03, 0x00]),
  ])
}
