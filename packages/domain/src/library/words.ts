import { grown } from './column.ts'

/** Words whose finds are kept, so that paging and narrowing need not read the texts again. */
const KEPT = 16

/** The text of each slot, and for the words searched last whether it holds them. */
export class Texts {
  readonly #texts: string[] = []
  readonly #finds = new Map<string, Uint8Array>()
  #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  set(slot: number, text: string): void {
    this.#texts[slot] = text
    for (const [word, found] of this.#finds) found[slot] = text.includes(word) ? 1 : 0
  }

  grow(capacity: number): void {
    this.#capacity = capacity
    for (const [word, found] of this.#finds) this.#finds.set(word, grown(found, new Uint8Array(capacity)))
  }

  /** 1 for each slot whose text holds the word. */
  find(word: string): Uint8Array {
    const found = this.#finds.get(word) ?? this.#look(word)
    this.#finds.delete(word)
    this.#finds.set(word, found)
    const oldest = this.#finds.keys().next()
    if (this.#finds.size > KEPT && !oldest.done) this.#finds.delete(oldest.value)
    return found
  }

  #look(word: string): Uint8Array {
    const found = new Uint8Array(this.#capacity)
    for (const [slot, text] of this.#texts.entries()) if (text.includes(word)) found[slot] = 1
    return found
  }
}
