/** An answer as a case names its parts; undefined where the scheme has no such item. */
export type Answer = Readonly<Record<string, unknown>>
