import type { Finding } from './finding.ts'
import { type Scheme, scheme } from './language/scheme.ts'
import { type Locate, readYaml } from './read-yaml.ts'

/** A scheme with the place of each of its parts, so that every check can point at a line. */
export interface ParsedScheme {
  readonly scheme: Scheme
  readonly file: string
  readonly place: Locate
}

export type ParseResult = { readonly parsed?: ParsedScheme; readonly findings: readonly Finding[] }

/** Text of a scheme.yaml → the scheme, or findings that each name line, column and mend. Never throws on bad text. */
export function parseScheme(text: string, file: string): ParseResult {
  const { value, place, findings } = readYaml<Scheme>(text, file, scheme)
  return value ? { parsed: { scheme: value, file, place }, findings } : { findings }
}

/** Plain data that was no text of a file: the scheme, or undefined where it has not the shape of one. */
export const schemeOf = (data: unknown): Scheme | undefined => scheme.safeParse(data).data
