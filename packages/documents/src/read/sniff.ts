/** What the first bytes say; the file's name is never asked. */
export type Sniffed =
  | { readonly kind: 'empty' | 'zip' | 'text' | 'binary' }
  | { readonly kind: 'old-format' | 'not-a-table'; readonly found: string }
  | { readonly kind: 'encrypted' }

const MAGIC: readonly [string, string][] = [
  ['25504446', 'pdf'],
  ['526172211a07', 'rar'],
  ['377abcaf271c', '7z'],
  ['1f8b', 'gzip'],
  ['7b5c727466', 'rtf'],
  ['89504e47', 'png'],
  ['ffd8ff', 'jpg'],
]

export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8))
  const hex = head.toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return { kind: 'zip' }
  if (hex.startsWith('d0cf11e0a1b11ae1')) return compoundFile(bytes)
  const magic = MAGIC.find(([start]) => hex.startsWith(start))
  if (magic) return { kind: 'not-a-table', found: magic[1] }
  if (hasUtf16Mark(bytes)) return { kind: 'text' }
  if (hasControlBytes(bytes)) return { kind: 'binary' }
  const start = Buffer.from(bytes.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
  if (/^\s*(<!doctype html|<html|<table|<\?xml|<meta)/i.test(start))
    return { kind: 'old-format', found: 'html' }
  return { kind: 'text' }
}

/** An OLE2 file names its streams in UTF-16: enough to tell a locked .xlsx from the old programs' files. */
function compoundFile(bytes: Uint8Array): Sniffed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return { kind: 'encrypted' }
  if (holds('WordDocument')) return { kind: 'old-format', found: 'doc' }
  if (holds('Workbook') || holds('Book')) return { kind: 'old-format', found: 'xls' }
  return { kind: 'old-format', found: 'ole2' }
}

const hasUtf16Mark = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

function hasControlBytes(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      return true
  }
  return false
}
