import type { Library } from '@guatu/domain'

const warmed = new WeakSet<Library>()

/** Makes what a reader of the library is likely to ask for next, piece by piece, each after what waits meanwhile. */
export function warm(library: Library): void {
  if (warmed.has(library)) return
  warmed.add(library)
  const turn = () => {
    if (library.warm()) setImmediate(turn)
  }
  setImmediate(turn)
}
