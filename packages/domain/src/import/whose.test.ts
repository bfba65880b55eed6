import { describe, expect, test } from 'vitest'
import type { UnitFact } from '../facts/index.ts'
import { whoseFile } from './whose.ts'

const units: UnitFact[] = [
  { id: 'county', name: '柞水县人民政府', kind: 'office', aliases: ['柞水县'] },
  { id: 'housing', name: '住房和城乡建设局', kind: 'bureau' },
  { id: 'transport', name: '交通运输局', kind: 'bureau', aliases: ['交通局'] },
  { id: 'water', name: '水利局', kind: 'bureau' },
  { id: 'fenghuang', name: '凤凰镇', kind: 'town' },
  { id: 'office-of-town', name: '凤凰镇人民政府', kind: 'bureau' },
]
const says = (file: string, sheet = 'Sheet1', ...title: string[]) => ({ file, sheet, title })
const votes = (of: Record<string, number>) => new Map(Object.entries(of))
const whose = (given: ReturnType<typeof says>, of: Record<string, number> = {}) =>
  whoseFile(given, units, votes(of))

describe('the unit of a file', () => {
  test.each([
    ['title', says('水利局', '水利局', '柞水县交通运输局项目月报'), 'transport'],
    ['sheet', says('水利局', '交通局', '柞水县项目月报'), 'transport'],
    ['file', says('水利局5月', '表1', '项目月报'), 'water'],
    ['file', says('5月住建局(改)'), 'housing'],
    ['file', says('凤凰镇人民政府'), 'office-of-town'],
    ['file', says('凤凰镇5月'), 'fenghuang'],
  ] as const)('by its %s: %j', (from, given, unit) => {
    expect(whose(given)).toEqual({ unit, from, others: [] })
  })

  test('by its projects, where more than half are of one unit', () => {
    expect(whose(says('表'), { water: 3, housing: 2 })).toEqual({
      unit: 'water',
      from: 'projects',
      others: [],
    })
    expect(whose(says('表'), { water: 2, housing: 2 })).toEqual({ others: ['housing', 'water'] })
    expect(whose(says('表'))).toEqual({ others: [] })
  })

  test('a name that none of its projects bears out is told with the other', () => {
    expect(whose(says('水利局'), { housing: 3 })).toEqual({
      unit: 'water',
      from: 'file',
      others: ['housing'],
    })
    expect(whose(says('水利局'), { housing: 3, water: 1 })).toEqual({
      unit: 'water',
      from: 'file',
      others: [],
    })
  })

  test('of two that are named, the one whose projects it holds', () => {
    const both = says('水利局、交通局')
    expect(whose(both, { water: 1 })).toEqual({ unit: 'water', from: 'file', others: [] })
    expect(whose(both)).toEqual({ others: ['transport', 'water'] })
  })

  test('a short form needs three characters, the first and the last', () => {
    expect(whose(says('住局'))).toEqual({ others: [] })
    expect(whose(says('建设局'))).toEqual({ others: [] })
    expect(whose(says('住建局'))).toMatchObject({ unit: 'housing' })
  })
})
