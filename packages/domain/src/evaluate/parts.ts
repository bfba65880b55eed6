import type { ProjectPart } from './map.ts'

type Bucket = ReadonlyMap<string, ProjectPart>
const BUCKETS = 1024
const EMPTY: Bucket = new Map()

/** Parts by project. One that is swapped costs a copy of its bucket, not of all: the parts before stay as they were. */
export class Parts {
  readonly #buckets: readonly Bucket[]

  private constructor(buckets: readonly Bucket[]) {
    this.#buckets = buckets
  }

  static of(parts: readonly ProjectPart[]): Parts {
    const buckets = Array.from({ length: BUCKETS }, () => EMPTY as Map<string, ProjectPart>)
    for (const part of parts) {
      const at = bucketOf(part.project)
      const bucket = buckets[at]
      if (bucket && bucket !== EMPTY) bucket.set(part.project, part)
      else buckets[at] = new Map([[part.project, part]])
    }
    return new Parts(buckets)
  }

  get(id: string): ProjectPart | undefined {
    return this.#buckets[bucketOf(id)]?.get(id)
  }

  /** The same parts with another for that project, or none where `part` is absent. */
  with(id: string, part: ProjectPart | undefined): Parts {
    const at = bucketOf(id)
    const bucket = new Map(this.#buckets[at])
    if (part) bucket.set(id, part)
    else bucket.delete(id)
    return new Parts(this.#buckets.with(at, bucket))
  }

  *values(): Generator<ProjectPart, void> {
    for (const bucket of this.#buckets) yield* bucket.values()
  }
}

/** FNV-1a over the code units. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % BUCKETS
}
