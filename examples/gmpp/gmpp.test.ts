import { readFileSync } from 'node:fs'
import { lint, parseScheme } from '@guatu/scheme'
import { expect, it } from 'vitest'

it('the scheme has no findings', () => {
  const file = 'examples/gmpp/scheme.yaml'
  const { parsed, findings } = parseScheme(readFileSync(file, 'utf8'), file)
  expect(findings).toEqual([])
  expect(parsed && lint(parsed)).toEqual([])
})
