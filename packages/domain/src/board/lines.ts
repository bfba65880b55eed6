import { Ordered } from '../standing/index.ts'

/**
 * Lines of parts of which few change between two looks, in order. A line stays the same object until the mark of its part
 * is another, so that what is made of the line may be kept by it.
 */
export class Lines<Line> {
  readonly #known = new Map<string, { readonly mark: string | number; readonly line: Line | undefined }>()
  readonly #order: Ordered<Line>

  constructor(compare: (a: Line, b: Line) => number) {
    this.#order = new Ordered(compare)
  }

  /** Makes the line of a part anew if `mark` is another than at the last look. */
  bring(part: string, mark: string | number, make: () => Line | undefined): void {
    const known = this.#known.get(part)
    if (known?.mark === mark) return
    const line = make()
    this.#known.set(part, { mark, line })
    if (known?.line !== undefined) this.#order.remove(known.line)
    if (line !== undefined) this.#order.add(line)
  }

  get inOrder(): readonly Line[] {
    return this.#order.items
  }
}
