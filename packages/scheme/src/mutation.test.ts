import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { compareSchemes } from './compare/index.ts'
import { coverage } from './coverage.ts'
import type { Finding } from './finding.ts'
import { itemsOf, lint } from './lint/index.ts'
import { type ParsedScheme, parseScheme } from './parse.ts'
import { itemSentence } from './sentence/item.ts'

const RUNS = 10_000
const SEED = 20_261_126
const PIECES = 40
/** A few items name so many others that their piece would take the time of five. */
const LONGEST = 3_200

const folder = fileURLToPath(new URL('../../../schemes', import.meta.url))
const plans = readdirSync(folder)
  .map(name => `${folder}/${name}/scheme.yaml`)
  .filter(existsSync)
  .map(file => readFileSync(file, 'utf8'))

/** Parts that hold things with ids; settings are held by their ids. */
const PARTS = [
  ...['lists', 'indicators', 'targets', 'cadences', 'lights', 'actions', 'duties', 'tasks', 'procedures'],
  ...['funnels', 'funds', 'scores', 'boards', 'disclosures', 'documents', 'units', 'fields'],
]
/** What a plan says of its own text: no piece of it would bear that out. */
const SAID = { owners: [], counted: [], acknowledged: [], overall: undefined }
type Thing = { readonly id: string }

/**
 * One `PIECES`th of a plan that stands by itself: some items, what they name, and what that names in turn. Short, so
 * that thousands can be read.
 */
function fragment(plan: string, which: number): string {
  const whole = parse(plan, shortened) as Record<string, readonly Thing[]> & {
    settings?: Record<string, unknown>
  }
  const things = PARTS.flatMap(part => (whole[part] ?? []).map((thing, index) => ({ part, thing, index })))
  const kept = new Set(things.filter(({ part, index }) => part !== 'units' && index % PIECES === which))
  const settings = new Map<string, unknown>()
  const isNamed = (id: string) =>
    [...[...kept].map(one => one.thing), ...settings.values()].some(one =>
      JSON.stringify(one).includes(`"${id}"`),
    )
  for (let before = -1; before !== kept.size + settings.size; ) {
    before = kept.size + settings.size
    for (const one of things) if (isNamed(one.thing.id)) kept.add(one)
    for (const [id, setting] of Object.entries(whole.settings ?? {}))
      if (isNamed(id) || isNamed(`${id}-end`)) settings.set(id, setting)
  }
  const of = (part: string) => [...kept].filter(one => one.part === part).map(one => one.thing)
  const tile = of('targets')[0] ?? of('indicators')[0] ?? whole.indicators?.[0]
  const lists = of('lists').length > 0 ? of('lists') : (whole.lists ?? []).slice(0, 1)
  const indicators = of('indicators').length > 0 ? of('indicators') : (whole.indicators ?? []).slice(0, 1)
  return stringify({
    ...whole,
    ...SAID,
    ...Object.fromEntries(PARTS.map(part => [part, of(part)])),
    lists,
    indicators,
    settings: Object.fromEntries(settings),
    board: { tiles: [tile?.id], completion: null, starts: null },
  })
}
/** Readings are free text: that one is there matters, what it says does not. */
const shortened = (key: unknown, value: unknown) => (/^reading(En)?$/.test(String(key)) ? '如此理解' : value)
const fragments = [
  ...new Set(plans.flatMap(plan => Array.from({ length: PIECES }, (_, which) => fragment(plan, which)))),
].filter(text => text.length < LONGEST)

test('the pieces stand by themselves', () => {
  expect(fragments.length).toBeGreaterThan(PIECES)
  for (const text of fragments) {
    const { parsed, findings } = parseScheme(text, 'f.yaml')
    const wrong = [...findings, ...(parsed ? lint(parsed) : [])].filter(one => one.severity === 'error')
    expect({ wrong, text: wrong.length > 0 ? text : '' }).toEqual({ wrong: [], text: '' })
  }
})

const TOKEN = /[\p{L}\p{N}_.%-]+|[^\s\p{L}\p{N}]/gu
const STRANGE = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\u0000',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '- ',
    '&a ',
    '*a',
    '!!js ',
    '"',
    "'",
    '|',
    '?',
    '#',
  ],
  ...['null', 'true', '-1', '0', '9e99', '.nan', '1_000', '2023-02-30', '2023-10-25', '9999-12-31', '05-32'],
  ...['65%', '-20pp', '30d', '1.3亿元', '27个', 'year-end', 'red', 'value', '{ setting: none }', '[]', '{}'],
  ...['__proto__', 'constructor', 'toString', '键', '，', '：', '﻿', '\u2028', '<<'],
]

type Change = (text: string, at: number, piece: string) => string
const lines = (text: string, at: number, change: (all: string[], line: number) => void) => {
  const all = text.split('\n')
  change(all, at % all.length)
  return all.join('\n')
}
const token = (text: string, at: number, change: (word: string) => string) => {
  const words = [...text.matchAll(TOKEN)]
  const word = words[at % words.length]
  if (!word) return text
  return text.slice(0, word.index) + change(word[0]) + text.slice(word.index + word[0].length)
}
const CHANGES: readonly Change[] = [
  (text, at) => lines(text, at, (all, line) => all.splice(line, 1)),
  (text, at) => lines(text, at, (all, line) => all.splice(line, 0, all[line] ?? '')),
  (text, at) => lines(text, at, (all, line) => all.splice(line, 2, ...all.slice(line, line + 2).reverse())),
  (text, at) => lines(text, at, (all, line) => all.splice(line, 1, ` ${all[line]}`)),
  (text, at) => lines(text, at, (all, line) => all.splice(line, 1, (all[line] ?? '').trimStart())),
  (text, at, piece) => token(text, at, () => piece),
  (text, at) => token(text, at, word => word + word),
  (text, at) => token(text, at, () => ''),
  (text, at, piece) => text.slice(0, at % text.length) + piece + text.slice(at % text.length),
  (text, at) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1),
  (text, at) => text.slice(0, at % text.length),
]

/** Says where, what is wrong and how to mend it. Plain comparisons: there are a hundred thousand findings. */
const isTold = ({ line, column, code, message, mend }: Finding, lines: number): boolean =>
  line > 0 &&
  line <= lines &&
  column > 0 &&
  /^[a-z-]+\.[a-z-]+$/.test(code) &&
  message !== '' &&
  mend.endsWith('.')

/** What is accepted can be said, counted and compared. */
function usable({ scheme }: ParsedScheme): void {
  for (const item of itemsOf(scheme)) {
    itemSentence(item, scheme, 'zh')
    itemSentence(item, scheme, 'en')
  }
  coverage([scheme])
  expect(compareSchemes(scheme, scheme)).toEqual([])
}

test(`${RUNS} mutated plans are each accepted, or refused with line, code and mend`, () => {
  let [accepted, refused] = [0, 0]
  const change = fc.record({
    how: fc.nat(CHANGES.length - 1),
    at: fc.nat(100_000),
    piece: fc.constantFrom(...STRANGE),
  })
  const mutated = fc
    .tuple(fc.nat(fragments.length - 1), fc.array(change, { minLength: 1, maxLength: 2 }))
    .map(([which, changes]) =>
      changes.reduce(
        (text, { how, at, piece }) => (text === '' ? text : (CHANGES[how]?.(text, at, piece) ?? text)),
        fragments[which] ?? '',
      ),
    )
  fc.assert(
    fc.property(mutated, text => {
      const { parsed, findings } = parseScheme(text, 'f.yaml')
      const told = [...findings, ...(parsed ? lint(parsed) : [])]
      const lines = text.split('\n').length
      expect(told.filter(one => !isTold(one, lines))).toEqual([])
      if (told.some(one => one.severity === 'error')) refused += 1
      else {
        if (!parsed) throw new Error('neither accepted nor refused')
        usable(parsed)
        accepted += 1
      }
    }),
    { numRuns: RUNS, seed: SEED },
  )
  // Both happen in earnest, or nothing was tried.
  expect(accepted).toBeGreaterThan(100)
  expect(refused).toBeGreaterThan(5_000)
}, 400_000)
