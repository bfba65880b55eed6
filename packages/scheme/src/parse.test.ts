import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCases } from './cases/index.ts'
import { parseClauses } from './clauses.ts'
import { exportJsonSchema } from './json-schema.ts'
import { lint } from './lint/index.ts'
import { parseScheme } from './parse.ts'
import { planFindings } from './plan/index.ts'
import { EVERY_WEEKDAY } from './plan/testing.ts'
import { SMALL } from './testing.ts'

const first = (text: string) => parseScheme(text, 'f.yaml').findings[0]

describe('bad text is told with its place and mend', () => {
  const line = (part: string) => SMALL.split('\n').findIndex(text => text.includes(part)) + 1
  test.each([
    ['a wrong key', SMALL.replace('severity: 3', 'weight: 3'), 'scheme.shape', line('severity: 3')],
    [
      'a surplus key',
      SMALL.replace('year: 2023', 'year: 2023, when: 1'),
      'scheme.unknown-key',
      line('year: 2023'),
    ],
    [
      'a comma in a plain text',
      SMALL.replace('滞后', '滞后, 要盯'),
      'scheme.unknown-key',
      line('severity: 3'),
    ],
    ['a repeated key', SMALL.replace('name: 某县方案', 'name: 甲\nname: 乙'), 'scheme.duplicate-key', 4],
    [
      'broken YAML',
      SMALL.replace('tiles: [invest]', 'tiles: [invest'),
      'scheme.yaml',
      SMALL.split('\n').length - 1,
    ],
    [
      'an alias',
      `${SMALL.replace('name: 某县方案', 'name: &n 某县方案')}\ncopy: *n\n`,
      'scheme.unreadable',
      1,
    ],
    ['endless nesting', `scheme: ${'['.repeat(9000)}${']'.repeat(9000)}`, 'scheme.yaml', 1],
    ['nothing', '', 'scheme.shape', 1],
    [
      'a day that is none',
      SMALL.replace('to: 2023-12-31', 'to: 2023-02-30'),
      'scheme.shape',
      line('2023-12-31'),
    ],
  ])('%s', (_, text, code, at) => {
    expect(first(text)).toMatchObject({ file: 'f.yaml', code, severity: 'error', line: at })
    expect(first(text)?.mend).toMatch(/./)
  })
  test('a plan beyond the bound', () => {
    expect(first(' '.repeat(1_000_001))?.code).toBe('scheme.too-long')
  })
})

test('2,000 mutated files never crash the parser or the linter', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ':',
    '- ',
    '\n',
    '  ',
    '%',
    '&a ',
    '*a',
    '!!',
    '"',
    "'",
    '|',
    '\t',
    '键',
    '\u0000',
    '9e99',
    'null',
    '2023-05-12',
    '<<: ',
    '__proto__: 1',
  ]
  const edit = fc.tuple(fc.nat(SMALL.length), fc.nat(12), fc.constantFrom(...pieces))
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
      let text = SMALL
      for (const [at, cut, piece] of edits) text = text.slice(0, at) + piece + text.slice(at + cut)
      const { parsed, findings } = parseScheme(text, 'f.yaml')
      if (parsed) {
        lint(parsed)
        planFindings(parsed, EVERY_WEEKDAY, text)
      } else expect(findings.length).toBeGreaterThan(0)
      for (const one of findings) expect(one.line).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
}, 120_000)

test('nor the tables of clauses and cases', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(parseClauses(`scheme: x\nclauses: ${text}`, 'f.yaml').findings.length).toBeGreaterThan(0)
      expect(parseCases(`scheme: x\ncases: ${text}`, 'f.yaml').findings.length).toBeGreaterThan(0)
    }),
  )
})

test('editors get a JSON Schema of the language', () => {
  const schema = exportJsonSchema()
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  expect(Object.keys(schema.properties as object)).toEqual(
    expect.arrayContaining(['lists', 'targets', 'lights']),
  )
  expect(schema.required).toEqual(expect.arrayContaining(['scheme', 'lists', 'board']))
  expect(schema.required).not.toContain('tasks')
})

test.each([
  ['a cut without its unit', 'below: { setting: red-cut }', 'below: 65', 'a cut is written like 65%'],
  ['a cut of no kind', 'below: { setting: red-cut }', 'below: 65成', 'a cut is written like 65%'],
  ['a default without its unit', 'default: 65%', 'default: 65', 'a rate is written like 65%'],
])('%s is told how it is written', (_, from, to, how) => {
  expect(SMALL).toContain(from)
  const line = SMALL.split('\n').findIndex(text => text.includes(from)) + 1
  expect(first(SMALL.replace(from, to))).toMatchObject({ line, message: expect.stringContaining(how) })
})
