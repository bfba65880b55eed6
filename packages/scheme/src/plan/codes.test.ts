import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { PLAN_CODES } from './codes.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const docs = readFileSync(`${here}../../../../docs/linter.md`, 'utf8')

test('every code is tried beside its check and stands in the docs', () => {
  const tests = readdirSync(here).filter(name => name.endsWith('.test.ts') && name !== 'codes.test.ts')
  const tried = tests.map(name => readFileSync(here + name, 'utf8')).join('\n')
  expect(
    Object.keys(PLAN_CODES).filter(code => !tried.includes(`${code} `) && !tried.includes(`'${code}'`)),
  ).toEqual([])
  expect(Object.keys(PLAN_CODES).filter(code => !docs.includes(`\`${code}\``))).toEqual([])
})

test('each says how it is mended in both languages', () => {
  for (const [zh, en] of Object.values(PLAN_CODES)) {
    expect(zh).toMatch(/^[\p{Script=Han}\d%、，]+$/u)
    expect(en).toMatch(/^[A-Z][^\u4e00-\u9fff]*(（?\(确保\)|\(力争\)|[^\u4e00-\u9fff])*\.$/)
  }
})
