import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import en from './en.json'
import zh from './zh.json'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.includes('testing'))
  .map(path => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
const all = sources.map(({ text }) => text).join('\n')

/** English alone has another word for one of a thing: `due.left_one` beside `due.left`. */
const ONE = '_one'
const has = (key: string, languages: object) => Object.hasOwn(languages, key)
/** `'board.title'` anywhere, and the start of `` `stage.${…}` `` for keys made from a closed set. */
const quoted = new Set([...all.matchAll(/'([a-z][\w-]*\.[\w.?+/-]+)'/g)].map(match => match[1] ?? ''))
const prefixes = [...all.matchAll(/\bt\(\s*`([a-z][\w.-]*\.)\$\{/g)].map(match => match[1] ?? '')
const isUsed = (key: string) => quoted.has(key) || prefixes.some(prefix => key.startsWith(prefix))

describe('words of the screens', () => {
  it('are the same set in Chinese and English', () => {
    const whole = Object.keys(en).filter(key => !key.endsWith(ONE))
    expect(whole.sort()).toEqual(Object.keys(zh).sort())
  })

  it('have a form for one only where they count', () => {
    const ones = Object.entries(en).filter(([key]) => key.endsWith(ONE))
    expect(ones.length).toBeGreaterThan(0)
    for (const [key, text] of ones) {
      expect(en[key.slice(0, -ONE.length) as keyof typeof en]).toContain('{{count}}')
      expect(text).not.toMatch(/\b(1|this) \w*s\b/)
    }
  })

  it('are all given', () => {
    const empty = [...Object.entries(zh), ...Object.entries(en)].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('name the same values in both languages', () => {
    const named = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()
    for (const [key, text] of Object.entries(zh))
      expect({ key, values: named(en[key as keyof typeof en]) }).toEqual({ key, values: named(text) })
  })

  it('exist for every key that a page asks for', () => {
    const asked = [...all.matchAll(/\bt\(\s*'([^']+)'/g)].map(match => match[1] ?? '')
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter(key => !has(key, zh))).toEqual([])
    expect(
      prefixes.filter(prefix => prefix.includes('.') && !Object.keys(zh).some(key => key.startsWith(prefix))),
    ).toEqual([])
  })

  it('are all asked for by some page', () => {
    expect(Object.keys(zh).filter(key => !isUsed(key))).toEqual([])
  })

  it('stand in the word files, never in the pages', () => {
    const han = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter(line => /\p{Script=Han}/u.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
        .map(line => `${path}: ${line.trim()}`),
    )
    // Units of money are matched against what a file says, and the old one here parses what people type.
    expect(han.filter(line => !line.startsWith('return/draft.ts'))).toEqual([])
  })
})
