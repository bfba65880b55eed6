/** Each item with what was prepared of it; the next is prepared while one is worked on. */
export async function* oneAhead<T, R>(
  items: readonly T[],
  prepare: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  let next = begin(items[0], prepare)
  for (const [place, item] of items.entries()) {
    const prepared = await next
    next = begin(items[place + 1], prepare)
    if (prepared) yield [item, prepared.value]
  }
}

function begin<T, R>(item: T | undefined, prepare: (item: T) => Promise<R>) {
  if (item === undefined) return undefined
  const begun = prepare(item).then(value => ({ value }))
  // Whoever waits for it hears of its fault; where the work before it throws, nobody does.
  begun.catch(() => {})
  return begun
}
