import { FILE_MESSAGES } from '@guatu/contract'
import { CELL_FAULTS, FINDINGS, READ_FAULTS } from '@guatu/documents'
import type { ImportCode } from '@guatu/domain'
import { expect, test } from 'vitest'
import { refusedFile, rowFinding } from './finding.ts'

const PLAN_CODES: Readonly<Record<Exclude<ImportCode, 'check'>, true>> = {
  'cell.unreadable': true,
  'row.no-name': true,
  'row.no-period': true,
  'row.period-not-ended': true,
  'row.twice': true,
  'row.twice-period': true,
  'row.code-and-name-differ': true,
  'row.not-yours': true,
  'list.unknown': true,
  'unit.unknown': true,
  'figure.fell': true,
  'figure.negative': true,
  'months.gap': true,
  'return.frozen': true,
  'return.locked': true,
  'return.not-open': true,
  'return.wrong-state': true,
}

test.each([...READ_FAULTS, ...CELL_FAULTS, ...FINDINGS, ...Object.keys(PLAN_CODES), 'row.classified'])(
  '%s has a message in both languages',
  code => {
    expect(FILE_MESSAGES[code]?.zh).toMatch(/\p{Script=Han}/u)
    expect(FILE_MESSAGES[code]?.en).toMatch(/[a-z]/)
  },
)

const places = {
  sheet: '五月',
  columns: [{ column: 28, header: '完成', field: 'invest-ytd', confidence: 1 }],
  fields: [{ id: 'invest-ytd', name: '本年累计', nameEn: 'year to date' }],
}

test('a finding is told with sheet, row, column letters and its values', () => {
  const params = { code: 'cell.not-a-number', text: '八百' }
  const finding = { code: 'cell.unreadable', level: 'error', row: 7, field: 'invest-ytd', params } as const
  expect(rowFinding(finding, places)).toEqual({
    sheet: '五月',
    row: 7,
    column: 'AB',
    code: 'cell.not-a-number',
    level: 'error',
    zh: '“八百”不是数。',
    en: '"八百" is not a number.',
  })
})

test('a check of the catalogue is told under its own name, in its own words', () => {
  const message = { zh: '比上期少', en: 'less than before' }
  const check = { id: 'figure.fell', message }
  const told = rowFinding({ code: 'check', level: 'warning', row: 7, field: 'invest-ytd', check }, places)
  expect(told).toEqual({
    sheet: '五月',
    row: 7,
    column: 'AB',
    code: 'figure.fell',
    level: 'warning',
    ...message,
  })
})

test('a refused file names the place that the reader gave', () => {
  const { code, zh, en } = refusedFile({
    code: 'sheet.text-too-long',
    params: { sheet: '表1', row: 3, column: 2, limit: 32_767, found: 40_000 },
  })
  expect(code).toBe('file.refused')
  expect(zh).toBe('工作表“表1”第 3 行第 2 列文字过长（上限 32767 个字符）。没有写入任何数据。')
  expect(en).toContain('Sheet "表1", row 3, column 2')
})
