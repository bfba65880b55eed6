import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Finding } from './finding.ts'
import { type Scheme, scheme } from './language/scheme.ts'

/** A scheme with the place of each of its parts, so that every check can point at a line. */
export interface ParsedScheme {
  readonly scheme: Scheme
  readonly file: string
  place(path: readonly PropertyKey[]): Place
}

export interface Place {
  readonly line: number
  readonly column: number
}

export type ParseResult = { readonly parsed?: ParsedScheme; readonly findings: readonly Finding[] }

/** Text of a scheme.yaml → the scheme, or findings that each name line, column and mend. Never throws on bad text. */
export function parseScheme(text: string, file: string): ParseResult {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as never)
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    const findings = document.errors.map(error => ({
      file,
      ...at(error.pos[0]),
      code: error.code === 'DUPLICATE_KEY' ? 'scheme.duplicate-key' : 'scheme.yaml',
      severity: 'error' as const,
      message: error.message.split('\n')[0] ?? error.code,
      mend: error.code === 'DUPLICATE_KEY' ? 'Keep one of the two keys.' : 'Mend the YAML at this place.',
    }))
    return { findings }
  }
  const place = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return { line: 1, column: 1 }
  }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    return { findings: [aliasFinding(file, error)] }
  }
  const checked = scheme.safeParse(plain)
  if (checked.success) return { parsed: { scheme: checked.data, file, place }, findings: [] }
  const findings = checked.error.issues.map(issue => ({
    file,
    ...place(issue.path),
    code: issue.code === 'unrecognized_keys' ? 'scheme.unknown-key' : 'scheme.shape',
    severity: 'error' as const,
    message: `${issue.path.join('.') || 'scheme'}: ${issue.message}`,
    mend:
      issue.code === 'unrecognized_keys'
        ? 'Remove the key or mend its spelling.'
        : 'Give the value its shape.',
  }))
  return { findings }
}

const aliasFinding = (file: string, error: unknown): Finding => ({
  file,
  line: 1,
  column: 1,
  code: 'scheme.alias',
  severity: 'error',
  message: error instanceof Error ? error.message : 'aliases are not allowed',
  mend: 'Write the value out; YAML aliases are refused.',
})
