export interface SimilarName {
  readonly candidate: string
  /** 1 for the same but for writing, down to `LEAST`. */
  readonly score: number
  readonly why: 'same-writing' | 'prefix-or-suffix' | 'contained' | 'alike'
}

/** Below this two names are not offered as one project. */
const LEAST = 0.72

/**
 * Candidates that may be the same project under a drifted name, best first: other width, spaces and brackets,
 * a year, 县 in front, 建设项目 behind, a word more or less. Another phase, section, town or quantity is
 * another project, however alike the rest.
 */
export function similarNames(name: string, candidates: readonly string[]): SimilarName[] {
  const wanted = analyse(name)
  return near(wanted, analysed(candidates))
    .flatMap(({ candidate, name: other }) => {
      const found = compare(wanted, other)
      return found ? [{ candidate, ...found }] : []
    })
    .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
}

/** Why and how much two names are alike; undefined below `LEAST`. */
export const likeness = (a: string, b: string): Omit<SimilarName, 'candidate'> | undefined =>
  compare(analyse(a), analyse(b))

interface Name {
  /** Same but for width, spaces, brackets and marks. */
  readonly plain: string
  /** Without year, place in front, and general words behind. */
  readonly core: string
  /** 一期 and 1期 are both `1期`; 标段, 片区, 号 likewise. */
  readonly parts: readonly string[]
  /** Quantities: 10万吨. */
  readonly numbers: readonly string[]
  readonly towns: readonly string[]
}

interface Analysed {
  readonly candidate: string
  readonly name: Name
  /** How many different pairs of neighbouring characters its core has. */
  readonly pairs: number
}

interface List {
  readonly names: readonly Analysed[]
  /** Pair of characters → places in `names` of the cores that have it. */
  readonly byPair: ReadonlyMap<string, readonly number[]>
  readonly byPlain: ReadonlyMap<string, readonly number[]>
  readonly byCore: ReadonlyMap<string, readonly number[]>
}

/** An import asks for each of its rows about the same list. */
const lists = new WeakMap<readonly string[], List>()
function analysed(candidates: readonly string[]): List {
  const known = lists.get(candidates)
  if (known && known.names.length === candidates.length) return known
  const byPair = new Map<string, number[]>()
  const byPlain = new Map<string, number[]>()
  const byCore = new Map<string, number[]>()
  const names = candidates.map((candidate, at): Analysed => {
    const name = analyse(candidate)
    const pairs = pairsOf(name.core)
    for (const pair of pairs) put(byPair, pair, at)
    put(byPlain, name.plain, at)
    put(byCore, withPartsNamed(name), at)
    return { candidate, name, pairs: pairs.size }
  })
  const list = { names, byPair, byPlain, byCore }
  lists.set(candidates, list)
  return list
}

function put(index: Map<string, number[]>, key: string, at: number): void {
  const places = index.get(key)
  if (places) places.push(at)
  else index.set(key, [at])
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))

/** Cores alike, or one within the other, share this many pairs unless one of them has fewer. */
const SHARED = 3

/** Those worth comparing: the others cannot reach `LEAST`. */
function near(wanted: Name, { names, byPair, byPlain, byCore }: List): Analysed[] {
  const shared = new Map<number, number>()
  const pairs = pairsOf(wanted.core)
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const places = new Set([
    ...(byPlain.get(wanted.plain) ?? []),
    ...(byCore.get(withPartsNamed(wanted)) ?? []),
  ])
  for (const [at, count] of shared)
    if (count >= Math.min(SHARED, pairs.size, names[at]?.pairs ?? SHARED)) places.add(at)
  return [...places].sort((a, b) => a - b).flatMap(at => names[at] ?? [])
}

const DIGITS = '〇一二三四五六七八九'
const ROMAN: readonly [RegExp, string][] = [
  [/iii|ⅲ/g, '3'],
  [/ii|ⅱ/g, '2'],
  [/i|ⅰ/g, '1'],
]
const PART = /第?([\d一二三四五六七八九十]+|[ivⅰ-ⅲ]+|[a-z])(期|标段|标|批次|批|组团|片区|段|号|区)/g
const GENERAL_TAIL = /(?:ppp|建设|改造提升|新建|项目|工程|一体化|\d{4}年(?:度)?)+$/
const PLACE_HEAD = /^(?:[^省市县区]{2,3}省)?(?:[^省市县区]{1,3}市)?(?:[^省市县区]{2,3}[县区])?/

function analyse(name: string): Name {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】〔〕《》<>"'“”‘’·、,,.。:;;—–\-_/]/g, '')
  const parts = [...plain.matchAll(PART)].map(([, number = '', word = '']) => arabic(number) + word)
  const core = withoutYear(plain).replace(PLACE_HEAD, '').replace(GENERAL_TAIL, '')
  const bare = withoutYear(plain).replace(PART, '')
  return {
    plain,
    core: core.length >= 3 ? core : withoutYear(plain),
    parts,
    numbers: bare.match(/\d+(?:\.\d+)?/g) ?? [],
    towns: [...plain.matchAll(/([^县区市镇乡村]{2})(?:镇|乡|街道|村|社区)/g)].map(([town]) => town),
  }
}

const withoutYear = (text: string) => text.replace(/(?:19|20)\d{2}(?:年度?)?/g, '')

function arabic(number: string): string {
  if (/^\d+$/.test(number)) return String(Number(number))
  if (/^[ivⅰ-ⅲ]+$/.test(number)) return ROMAN.reduce((text, [from, to]) => text.replace(from, to), number)
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(number)
  if (tens)
    return String((DIGITS.indexOf(tens[1] || '一') || 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0))
  const digit = DIGITS.indexOf(number)
  return digit < 0 ? number : String(digit)
}

function compare(a: Name, b: Name): Omit<SimilarName, 'candidate'> | undefined {
  if (a.plain === b.plain) return { score: 1, why: 'same-writing' }
  if (!samePart(a.parts, b.parts) || !sameSet(a.numbers, b.numbers)) return undefined
  if (a.towns.length > 0 && b.towns.length > 0 && !a.towns.some(town => b.towns.includes(town)))
    return undefined
  if (withPartsNamed(a) === withPartsNamed(b)) return { score: 0.95, why: 'prefix-or-suffix' }
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core]
  if (short.length >= 4 && long.includes(short))
    return atLeast(0.7 + 0.2 * (short.length / long.length), 'contained')
  return atLeast(dice(a.core, b.core), 'alike')
}

const withPartsNamed = ({ core }: Name) =>
  core.replace(PART, (_, number: string, word: string) => arabic(number) + word)

const atLeast = (score: number, why: SimilarName['why']) =>
  score >= LEAST ? { score: Math.round(score * 100) / 100, why } : undefined

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join()

/** A first phase may be meant by a name without phase; any other part may not. */
function samePart(a: readonly string[], b: readonly string[]): boolean {
  const notFirst = (parts: readonly string[]) => parts.filter(part => part !== '1期')
  return sameSet(a, b) || (sameSet(notFirst(a), notFirst(b)) && (a.length === 0 || b.length === 0))
}

/** Share of common neighbouring pairs of characters. */
function dice(a: string, b: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const rest = pairs(b)
  const total = rest.length + Math.max(0, a.length - 1)
  let common = 0
  for (const pair of pairs(a)) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    common += 1
  }
  return total === 0 ? 0 : (2 * common) / total
}
