/**
 * Slots put in order by a number each, given place by place; of equal numbers the earlier place stays first, NaN stands
 * last either way. `exact` decides between slots of one number, where a number cannot tell all. Without it nothing but
 * numbers is compared, which typed arrays sort many times as fast as a function could.
 */
export function byNumbers(
  slots: Uint32Array,
  numbers: Float64Array,
  descending: boolean,
  exact?: (a: number, b: number) => number,
): Uint32Array {
  const size = slots.length
  const values = distinct(numbers)
  const places = new Float64Array(size)
  for (let place = 0; place < size; place += 1) {
    const number = numbers[place] ?? Number.NaN
    const rank = Number.isNaN(number) ? values.length : rankOf(values, number, descending)
    // Rank and place in one number: exact up to 90 million lines.
    places[place] = rank * size + place
  }
  places.sort()
  const ordered = new Uint32Array(size)
  for (let at = 0; at < size; at += 1) ordered[at] = slots[(places[at] ?? 0) % size] ?? 0
  if (exact) settle(ordered, places, values.length, exact)
  return ordered
}

/** Ascending, each once, without NaN. */
function distinct(numbers: Float64Array): Float64Array {
  const values = numbers.slice().sort()
  let size = 0
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN
    if (Number.isNaN(value)) break
    if (size === 0 || values[size - 1] !== value) values[size++] = value
  }
  return values.subarray(0, size)
}

function rankOf(values: Float64Array, number: number, descending: boolean): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return descending ? values.length - 1 - low : low
}

/** Puts slots of one number in their exact order; those without a number stay as they are. */
function settle(
  ordered: Uint32Array,
  places: Float64Array,
  ranks: number,
  exact: (a: number, b: number) => number,
): void {
  const size = ordered.length
  const rankAt = (at: number) => Math.floor((places[at] ?? 0) / size)
  for (let from = 0; from < size && rankAt(from) < ranks; ) {
    let to = from + 1
    while (to < size && rankAt(to) === rankAt(from)) to += 1
    if (to - from > 1) {
      const run = ordered.subarray(from, to)
      const first = run[0] ?? 0
      if (run.some(slot => exact(first, slot) !== 0)) run.sort(exact)
    }
    from = to
  }
}
