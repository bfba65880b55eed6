import type { Intake, IntakeFile } from '@guatu/contract'
import { describe, expect, test } from 'vitest'
import { asksReason, countIntake, isReady } from './count.ts'

const file = (over: Partial<IntakeFile> = {}): IntakeFile => ({
  id: 'a',
  name: 'a.xlsx',
  bytes: 1,
  state: 'open',
  fault: null,
  sheet: 'Sheet1',
  unit: { id: 'water', name: '水利局' },
  unitFrom: 'file',
  unitsElse: [],
  period: '2020-05',
  periodFrom: 'table',
  take: true,
  counts: { asked: 2, rows: 2, matched: 1, changed: 1, unknown: 0, doubtful: 0, others: 0, bad: 0, blank: 0 },
  notes: [],
  doubts: [],
  findings: [],
  returnState: 'open',
  batch: null,
  refused: null,
  ...over,
})
const intake = (files: IntakeFile[], conflicts: Intake['conflicts'] = []): Intake => ({
  id: 'x',
  period: '2020-05',
  periods: [],
  units: [],
  files,
  missing: [],
  doubles: [],
  conflicts,
})
const conflict = (chosen: string | null): Intake['conflicts'][number] => ({
  key: '2020-05 p',
  project: 'p',
  name: 'p',
  period: '2020-05',
  fields: ['invest-ytd'],
  sides: [
    { from: 'a', label: 'a.xlsx', figures: { 'invest-ytd': 1 } },
    { from: 'ledger', label: '', figures: { 'invest-ytd': 2 } },
  ],
  chosen,
})

describe('a file is taken', () => {
  test.each([
    [true, {}],
    [true, { state: 'undone' }],
    [false, { state: 'done' }],
    [false, { state: 'bad' }],
    [false, { take: false }],
    [false, { unit: null }],
    [false, { counts: { ...file().counts, matched: 0 } }],
  ] as const)('%s: %j', (ready, over) => {
    expect(isReady(file(over), [])).toBe(ready)
  })
})

test('a file waits for the choice of a figure that differs', () => {
  expect(isReady(file(), [conflict(null)])).toBe(false)
  expect(isReady(file(), [conflict('a')])).toBe(true)
  expect(isReady(file(), [conflict('ledger')])).toBe(true)
  expect(isReady(file({ id: 'b' }), [conflict(null)])).toBe(true)
})

test('counts', () => {
  const files = [file(), file({ id: 'b' }), file({ state: 'done' }), file({ state: 'bad' })]
  expect(countIntake(intake(files, [conflict(null), conflict('a')]))).toEqual({
    all: 4,
    ready: 1,
    done: 1,
    bad: 1,
    open: 1,
    held: 1,
  })
})

test('a reason is asked for warnings and where a file goes before the ledger', () => {
  const finding = { check: 'c', severity: 'warning' as const, project: 'p', name: 'p', zh: '', en: '' }
  expect(asksReason(intake([file()]))).toBe(false)
  expect(asksReason(intake([file({ findings: [finding] })]))).toBe(true)
  expect(asksReason(intake([file()], [conflict('a')]))).toBe(true)
  expect(asksReason(intake([file()], [conflict('ledger')]))).toBe(false)
})
