import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Finding } from './finding.ts'

export interface Place {
  readonly line: number
  readonly column: number
}

export type Locate = (path: readonly PropertyKey[]) => Place

export interface YamlResult<T> {
  readonly value?: T
  readonly place: Locate
  readonly findings: readonly Finding[]
}

/** Longer texts are no work plan; the bound keeps a hostile file from holding the checker. */
const LONGEST = 1_000_000
const START: Place = { line: 1, column: 1 }

type Issue = z.core.$ZodIssue

/** Of a shape with variants the issue of the one that the text comes nearest to: fewest mistakes, then the deepest. */
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const mistakes = (issues: readonly Issue[]) =>
    issues.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0)
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(one => one.path.length))
  const variants = issue.errors
    .map(issues => issues.map(nearest))
    // Of another type altogether.
    .filter(issues => issues.some(one => one.path.length > 0 || one.code === 'unrecognized_keys'))
    .sort((a, b) => mistakes(a) - mistakes(b) || depth(b) - depth(a))
  const [first] = variants[0] ?? []
  if (first) return { ...first, path: [...issue.path, ...first.path] }
  // None is near: a variant that says in words how it is written tells more than that none fits.
  const told = issue.errors.flat().find(one => one.path.length === 0 && !one.message.startsWith('Invalid'))
  return told ? { ...told, path: issue.path } : issue
}

/** YAML text → a value of the schema, or findings with line, column and mend. Never throws on bad text. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): YamlResult<T> {
  const failed = (findings: readonly Finding[]): YamlResult<T> => ({ place: () => START, findings })
  const finding = (at: Place, code: string, message: string, mend: string): Finding => ({
    file,
    ...at,
    code,
    severity: 'error',
    message,
    mend,
  })
  if (text.length > LONGEST) {
    return failed([finding(START, 'scheme.too-long', `longer than ${LONGEST} characters`, 'Split the plan.')])
  }
  try {
    const lines = new LineCounter()
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      stringKeys: true,
      logLevel: 'error',
      prettyErrors: false,
    })
    const at = (offset: number): Place => {
      const { line, col } = lines.linePos(offset)
      return { line: Math.max(1, line), column: Math.max(1, col) }
    }
    if (document.errors.length > 0) {
      return failed(
        document.errors.map(error =>
          error.code === 'DUPLICATE_KEY'
            ? finding(
                at(error.pos[0]),
                'scheme.duplicate-key',
                'the key stands twice',
                'Keep one of the two keys.',
              )
            : finding(
                at(error.pos[0]),
                'scheme.yaml',
                error.message.split('\n')[0] ?? error.code,
                'Mend the YAML at this place.',
              ),
        ),
      )
    }
    const place: Locate = path => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true)
        if (isNode(node) && node.range) return at(node.range[0])
      }
      return START
    }
    const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
    if (checked.success) return { value: checked.data, place, findings: [] }
    const findings = checked.error.issues.map(nearest).map(issue => {
      const unknown = issue.code === 'unrecognized_keys'
      return finding(
        place(issue.path),
        unknown ? 'scheme.unknown-key' : 'scheme.shape',
        `${issue.path.join('.') || 'file'}: ${issue.message}`,
        unknown ? 'Remove the key or mend its spelling.' : 'Give the value its shape.',
      )
    })
    return { place, findings }
  } catch (error) {
    // The YAML library throws on aliases and on nesting deeper than the stack; both are bad text, not bugs.
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'cannot be read'
    return failed([
      finding(START, 'scheme.unreadable', message, 'Write values out: no aliases, no endless nesting.'),
    ])
  }
}
