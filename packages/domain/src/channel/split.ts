const utf8 = new TextEncoder()

export const byteLength = (text: string): number => utf8.encode(text).length

/**
 * The text in parts of at most `limit` by `sizeOf`, cut at the end of a line where that leaves a part at least half
 * full, else between two characters, never inside one. `sizeOf` adds up over characters and `limit` holds any one.
 */
export function splitText(text: string, limit: number, sizeOf = byteLength): string[] {
  if (sizeOf(text) <= limit) return [text]
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of text) {
    const more = sizeOf(character)
    if (size + more > limit) {
      const line = part.lastIndexOf('\n')
      const cut = line >= 0 && sizeOf(part.slice(0, line)) * 2 >= limit ? line : part.length
      parts.push(part.slice(0, cut))
      part = part.slice(cut).replace(/^\n/, '')
      size = sizeOf(part)
      if (part === '' && character === '\n') continue
    }
    part += character
    size += more
  }
  if (part !== '') parts.push(part)
  return parts
}
