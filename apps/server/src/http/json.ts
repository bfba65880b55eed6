/** An answer whose JSON stands already, in UTF-8: its handler keeps it, or parts of it, between requests. */
export class Json {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}
