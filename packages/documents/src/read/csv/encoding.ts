import iconv from 'iconv-lite'
import { Refused } from '../faults.ts'
import type { Workbook } from '../grid.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: NonNullable<Workbook['encoding']>
}

/** Byte order mark, then strict UTF-8, then GBK if the high bytes pair up as Chinese does, then Latin-1. Throws `Refused`. */
export function decodeText(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return { text: utf16('utf-16le', bytes), encoding: 'utf-16' }
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return { text: utf16('utf-16be', bytes), encoding: 'utf-16' }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  if (pairsAsGbk(buffer)) return { text: iconv.decode(buffer, 'gbk'), encoding: 'gbk' }
  if (readsAsLatin(buffer)) return { text: iconv.decode(buffer, 'win1252'), encoding: 'latin-1' }
  throw new Refused('file.unreadable')
}

function utf16(name: 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  const text = new TextDecoder(name).decode(bytes)
  if (text.includes('\u0000') || text.includes('\ufffd')) throw new Refused('file.unreadable')
  return text
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Every high byte leads a valid pair, and nearly all pairs lie in the GB 2312 plane (both bytes high), where
 * common Chinese is. In Latin-1 text a high byte stands alone between letters, so its pair has a low trail.
 */
function pairsAsGbk(buffer: Buffer): boolean {
  let pairs = 0
  let common = 0
  for (let i = 0; i < buffer.length; i++) {
    const lead = buffer[i] ?? 0
    if (lead < 0x80) continue
    i += 1
    if (i === buffer.length) break
    const trail = buffer[i] ?? 0
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return false
    pairs += 1
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1
  }
  return pairs > 0 && common * 10 >= pairs * 8
}

/** Mostly ASCII: a western text has few letters with marks. */
function readsAsLatin(buffer: Buffer): boolean {
  const high = buffer.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  return high * 10 <= buffer.length * 3
}
