import { describe, expect, it } from 'vitest'
import { errorBodyOf, statusOf } from '../http/failure.ts'
import { failureOf } from './press.ts'

describe('what was not made', () => {
  it.each([
    [{ why: 'too-slow', limit: 120 }, 'document.too-slow', '120'],
    [{ why: 'too-heavy', limit: 2048 }, 'document.too-heavy', '2048'],
    [{ why: 'stopped' }, 'document.stopped', ''],
    [{ why: 'broken', cause: new Error('typst') }, 'document.not-made', ''],
  ] as const)('because of %j is told as %s, never as a fault of the server', (unmade, code, said) => {
    const failure = failureOf(unmade)
    const { error } = errorBodyOf(failure)
    expect(error.code).toBe(code)
    expect(statusOf(failure)).toBeLessThan(500)
    for (const text of [error.zh, error.en]) {
      expect(text).toContain(said)
      expect(text).not.toMatch(/[{}]/)
      expect(text).not.toContain('typst')
    }
  })

  it('names its cause to the log alone, under a number that the message gives', () => {
    const cause = new Error('typst')
    const failure = failureOf({ why: 'broken', cause })
    expect(failure.cause).toBe(cause)
    const { error } = errorBodyOf(failure)
    expect(error.zh).toContain(String(failure.params?.id))
    expect(JSON.stringify(error)).not.toContain('cause')
  })
})
