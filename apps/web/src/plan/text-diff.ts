export interface DiffLine {
  readonly is: 'same' | 'gone' | 'new'
  /** From 1, in the old text and in the new. */
  readonly old: number | null
  readonly now: number | null
  readonly text: string
}

const CONTEXT = 2
/** Cells of the table of common lines; texts that differ more than that are shown as one replaced by the other. */
const MOST = 4_000_000

/** Lines that differ with a little of what stands around them; null where some alike are left out. */
export function textDiff(old: string, now: string): (DiffLine | null)[] {
  const all = lineDiff(old.split('\n'), now.split('\n'))
  const near = all.map((_, at) =>
    all.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(one => one.is !== 'same'),
  )
  return all.flatMap((one, at) => (near[at] ? [one] : at > 0 && near[at - 1] ? [null] : []))
}

function lineDiff(a: readonly string[], b: readonly string[]): DiffLine[] {
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const [midA, midB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const lines: DiffLine[] = a.slice(0, head).map((text, at) => same(text, at, at))
  const kept = commonLines(midA, midB)
  let [i, j] = [0, 0]
  for (const [x, y] of [...kept, [midA.length, midB.length] as const]) {
    for (; i < x; i++) lines.push({ is: 'gone', old: head + i + 1, now: null, text: midA[i] ?? '' })
    for (; j < y; j++) lines.push({ is: 'new', old: null, now: head + j + 1, text: midB[j] ?? '' })
    if (x < midA.length) lines.push(same(midA[x] ?? '', head + x, head + y))
    i = x + 1
    j = y + 1
  }
  const rest = a.slice(a.length - tail)
  rest.forEach((text, at) => {
    lines.push(same(text, a.length - tail + at, b.length - tail + at))
  })
  return lines
}

const same = (text: string, old: number, now: number): DiffLine => ({
  is: 'same',
  old: old + 1,
  now: now + 1,
  text,
})

/** Pairs of places of the longest common run of lines. */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  if (a.length * b.length > MOST) return []
  const width = b.length + 1
  const length = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => length[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
