import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, Workbook } from '../grid.ts'
import { checkRoster, type KnownRoster, readRoster } from './index.ts'
import { ROSTER_LIMIT } from './rows.ts'

const WORDS = {
  kinds: { 本级政府: 'office', 部门: 'bureau', 镇街: 'town', 项目单位: 'enterprise' },
  roles: { 调度: 'dispatcher', 填报: 'reporter' },
} as const

type Line = readonly (string | null)[]
const cell = (text: string | null): Cell | undefined => (text === null ? undefined : { text, kind: 'text' })
const UNITS: Line = ['单位名称*', '单位类别*', '上级单位', '曾用名和简称']
const POSTS: Line = ['姓名*', '登录名', '单位*', '岗位*', '联系电话']

function book(units: readonly Line[], posts: readonly Line[] = []): Workbook {
  const sheet = (name: string, lines: readonly Line[]) => ({
    name,
    rows: lines.map(line => line.map(cell)),
    merges: [],
  })
  return { format: 'xlsx', sheets: [sheet('单位', [UNITS, ...units]), sheet('人员岗位', [POSTS, ...posts])] }
}

const KNOWN: KnownRoster = {
  units: [{ id: 'county', name: '某县人民政府', aliases: ['县政府'] }],
  logins: new Map([['li', '李明']]),
  foreign: new Set(['zs-diaodu']),
}

/** Sheet, row, column and code of everything that is wrong. */
function faults(workbook: Workbook, known = KNOWN): string[] {
  const read = readRoster(workbook, WORDS)
  return [...read.faults, ...checkRoster(read.roster, known)].map(
    ({ sheet, row, column, code }) => `${sheet} ${row}/${column} ${code}`,
  )
}

describe('a roster', () => {
  it('gives units, people and posts; what is example, blank or of the clerk’s own is left out', () => {
    const read = readRoster(
      book(
        [
          ['（示例）住建局', '部门', null, null],
          ['住建局', '部门', null, '住房城乡建设局、 建设局'],
          [null, null, null, null],
          ['质监站', '部门', '住建局', null],
        ],
        [
          ['（示例）张三', 'zhangsan', '住建局', '填报', null],
          ['王', 'Wang', '住建局', '填报', '139'],
          ['赵', null, '质监站', '填报', null],
        ],
      ),
      WORDS,
    )
    expect(read.faults).toEqual([])
    expect(read.roster.units).toEqual([
      { row: 3, name: '住建局', kind: 'bureau', aliases: ['住房城乡建设局', '建设局'] },
      { row: 5, name: '质监站', kind: 'bureau', parent: '住建局', aliases: [] },
    ])
    expect(read.roster.posts).toEqual([
      { row: 3, person: '王', login: 'wang', unit: '住建局', role: 'reporter', phone: '139' },
      { row: 4, person: '赵', unit: '质监站', role: 'reporter' },
    ])
    expect(checkRoster(read.roster, KNOWN)).toEqual([])
  })

  it('may have a title above and columns in another order: a fault names the cell as it stands', () => {
    const workbook: Workbook = {
      format: 'xlsx',
      sheets: [
        {
          name: ' 单位 ',
          merges: [],
          rows: [
            ['某县单位表'],
            ['序号', '上级单位', '单位类别', '单位名称'],
            ['1', '没有的局', '部门', '住建局'],
            ['2', null, '处室', '水利局'],
          ].map(line => line.map(cell)),
        },
        { name: '人员岗位', merges: [], rows: [POSTS.map(cell)] },
      ],
    }
    expect(faults(workbook)).toEqual(['单位 4/3 roster.unknown-kind', '单位 3/2 roster.parent-missing'])
  })

  it('without its sheets, its headers or any line says so', () => {
    const other: Workbook = { format: 'csv', sheets: [{ name: 'a', merges: [], rows: [[cell('项目名称')]] }] }
    expect(faults(other)).toEqual(['单位 0/0 roster.sheet-missing', '人员岗位 0/0 roster.sheet-missing'])
    const headless = book([])
    const cut = {
      ...headless.sheets[0],
      name: '单位',
      merges: [],
      rows: [[cell('单位名称'), cell('上级单位')]],
    }
    expect(faults({ ...headless, sheets: [cut, ...headless.sheets.slice(1)] })).toEqual([
      '单位 1/0 roster.header-missing',
    ])
    expect(faults(book([]))).toEqual(['单位 0/0 roster.nothing'])
  })

  it('with more lines than a jurisdiction has is refused as a whole, at one more than the limit', () => {
    const lines = Array.from({ length: ROSTER_LIMIT + 1 }, (_, i): Line => [`单位${i}`, '部门', null, null])
    expect(faults(book(lines))).toEqual(['单位 0/0 roster.too-many'])
    expect(faults(book(lines.slice(1)))).toEqual([])
  })

  it.each<[string, Line[], Line[], string[]]>([
    ['a name is missing', [[null, '部门', null, null]], [], ['单位 2/1 roster.required']],
    ['a kind is unknown', [['甲', '处室', null, null]], [], ['单位 2/2 roster.unknown-kind']],
    [
      'a name of an object’s own members',
      [['甲', 'toString', null, null]],
      [],
      ['单位 2/2 roster.unknown-kind'],
    ],
    [
      'a name stands twice',
      [
        ['甲', '部门', null, null],
        ['甲', '镇街', null, null],
      ],
      [],
      ['单位 3/1 roster.unit-twice'],
    ],
    ['a short name is that of another', [['甲', '部门', null, '县政府']], [], ['单位 2/4 roster.unit-twice']],
    ['a parent is not there', [['甲', '部门', '乙', null]], [], ['单位 2/3 roster.parent-missing']],
    ['a unit is its own parent', [['甲', '部门', '甲', null]], [], ['单位 2/3 roster.cycle']],
    [
      'two stand above each other',
      [
        ['甲', '部门', '乙', null],
        ['乙', '部门', '甲', null],
        ['丙', '部门', '甲', null],
      ],
      [],
      ['单位 2/3 roster.cycle', '单位 3/3 roster.cycle'],
    ],
    ['a role is unknown', [], [['王', 'w1', '县政府', '县长', null]], ['人员岗位 2/4 roster.unknown-role']],
    ['a unit is unknown', [], [['王', 'w1', '甲', '填报', null]], ['人员岗位 2/3 roster.unit-missing']],
    [
      'a login cannot be typed',
      [],
      [['王', '王 五', '县政府', '填报', null]],
      ['人员岗位 2/2 roster.login-form'],
    ],
    [
      'one login stands for two people',
      [],
      [
        ['王', 'w1', '县政府', '填报', null],
        ['赵', 'w1', '县政府', '调度', null],
      ],
      ['人员岗位 3/2 roster.login-other-name'],
    ],
    [
      'a login is another person’s already',
      [],
      [['王', 'li', '县政府', '填报', null]],
      ['人员岗位 2/2 roster.login-other-name'],
    ],
    [
      'a login is taken elsewhere',
      [],
      [['王', 'zs-diaodu', '县政府', '填报', null]],
      ['人员岗位 2/2 roster.login-taken'],
    ],
    [
      'two of one name have no login',
      [],
      [
        ['王', null, '县政府', '填报', null],
        ['王', null, '县政府', '调度', null],
      ],
      ['人员岗位 3/2 roster.same-name'],
    ],
    [
      'a post stands twice',
      [],
      [
        ['王', 'w1', '县政府', '填报', null],
        ['王', 'w1', '某县人民政府', '填报', null],
      ],
      ['人员岗位 3/4 roster.post-twice'],
    ],
    ['a text is too long', [['甲'.repeat(61), '部门', null, null]], [], ['单位 2/1 roster.too-long']],
  ])('when %s, names the cell', (_, units, posts, expected) => {
    expect(faults(book(units, posts))).toEqual(expected)
  })

  it('one person may hold several posts under one login', () => {
    const posts: Line[] = [
      ['王', 'w1', '县政府', '填报', null],
      ['王', 'w1', '县政府', '调度', null],
      ['李明', 'li', '县政府', '填报', null],
    ]
    expect(faults(book([], posts))).toEqual([])
  })

  it('finds a circle exactly where following the parents comes back, whatever the order of lines', () => {
    const parents = fc.array(fc.option(fc.nat({ max: 7 }), { nil: null }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(parents, above => {
        const lines = above.map(
          (parent, i): Line => [`u${i}`, '部门', parent === null ? null : `u${parent}`, null],
        )
        const inCircle = above.map((_, start) => {
          let at = above[start] ?? null
          for (let step = 0; step < 8 && at !== null && at !== start; step++) at = above[at] ?? null
          return at === start
        })
        const expected = inCircle.flatMap((yes, i) => (yes ? [`单位 ${i + 2}/3 roster.cycle`] : []))
        expect(faults(book(lines))).toEqual(expected)
      }),
    )
  })

  it('never throws, whatever stands in the cells', () => {
    const line = fc.array(fc.option(fc.string(), { nil: null }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.array(line, { maxLength: 20 }), (units, posts) => {
        expect(Array.isArray(faults(book(units, posts)))).toBe(true)
      }),
    )
  })
})
