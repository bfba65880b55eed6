import { describe, expect, it } from 'vitest'
import { projectCodeCheck } from './project-code.ts'

const REAL = [
  '2603-141124-89-05-346948',
  '2411-130202-89-01-637015',
  '2509-320193-89-01-544060',
  '2509-140602-89-05-864976',
  '2211-441900-04-02-310151',
  '2502-140109-89-01-287745',
]

describe('project codes', () => {
  it.each(REAL)('%s is a real one', code => expect(projectCodeCheck(code)).toBe('ok'))

  it.each(REAL)('%s with any digit of its tail changed is not', code => {
    for (let at = 18; at < code.length; at++) {
      const digit = (Number(code[at]) + 1) % 10
      expect(projectCodeCheck(code.slice(0, at) + digit + code.slice(at + 1))).toBe('check-digit')
    }
  })

  it.each([
    ['2601-140100-89-01-123456', 'check-digit'],
    ['2020-330327-48-01-167360', 'old'],
    ['2603-141124-89-05-34694', 'shape'],
    ['260314112489 05346948', 'shape'],
    ['', 'shape'],
    [' 2603－141124－89－05－346948 ', 'ok'],
  ])('%s: %s', (code, check) => expect(projectCodeCheck(code)).toBe(check))
})
