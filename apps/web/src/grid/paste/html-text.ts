const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
}

/** Most cells are one word or number. */
const PLAIN = /^[^\s&]*$/

/** Text of a cell: white space of the source is one space, \u2028 is an end of line. */
export function unescaped(source: string): string {
  if (PLAIN.test(source)) return source
  const plain = source
    .replace(/[\s\u2028]+/g, space => (space.includes('\u2028') ? '\n'.repeat(endsIn(space)) : ' '))
    .trim()
  if (!plain.includes('&')) return plain
  return plain.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, whole => character(whole)).trim()
}

const endsIn = (space: string) => space.split('\u2028').length - 1

function character(entity: string): string {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? entity
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (code === 160) return ' '
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
