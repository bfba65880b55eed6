import type { UploadedFile } from '../http/call.ts'

export const TEXT = 'text/plain'
const KINDS = [
  ['.pdf', 'application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', [0x50, 0x4b, 3, 4]],
] as const

/** By name and first bytes; undefined for what is neither pdf, docx nor text. */
export function mediaTypeOf({ name, bytes }: UploadedFile): string | undefined {
  const lower = name.toLowerCase()
  if (lower.endsWith('.txt')) return textOf(bytes) === undefined ? undefined : TEXT
  return KINDS.find(
    ([ending, , head]) => lower.endsWith(ending) && head.every((byte, at) => bytes[at] === byte),
  )?.[1]
}

/** UTF-8, UTF-16 with its mark, or GB 18030 as older office machines write it; undefined for what is no text. */
export function textOf(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\u0000')) return text
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  return undefined
}
