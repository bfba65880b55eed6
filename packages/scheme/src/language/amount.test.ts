import { expect, test } from 'vitest'
import { readAmount, readCount } from './amount.ts'

test.each([
  ['1.3亿元', 130_000_000_00],
  ['500$', 500_00],
  ['2.5£', 250],
  ['7€', 700],
  ['0.01元', 1],
  ['0.001元', undefined],
  ['1.3亿', undefined],
  ['85%', undefined],
])('the amount %s', (text, minor) => expect(readAmount(text)).toBe(minor))

test.each([
  ['27', 27],
  ['27个', 27],
  ['2家', 2],
  ['124万亩', 1_240_000],
  ['3亿美元', 300_000_000],
  ['0.5个', undefined],
  ['27%', undefined],
  ['27亿元', undefined],
  ['-1个', undefined],
])('the count %s', (text, count) => expect(readCount(text)).toBe(count))
