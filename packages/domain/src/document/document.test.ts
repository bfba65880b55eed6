import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { finish, type ProjectFacts, start } from '../evaluate/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import type { DocumentInput } from './input.ts'
import { DOCUMENT_KINDS, documentKind } from './kinds.ts'
import type { DocumentModel, Table } from './model.ts'
import { numberText } from './number.ts'

const AS_OF = '2023-06-30'
/** 亿元 in 分. */
const YI = 10_000_000_000

interface Given {
  readonly sector?: string
  readonly townUnit?: string
  readonly total?: number
  readonly done?: number
  readonly before?: number
}

/** On the list 重点, with 2 亿元 planned for the year; figures in 亿元. */
const project = (id: string, { sector, townUnit, total, done, before }: Given): ProjectFacts => ({
  project: { id, name: `${id}工程`, leadUnit: 'housing', sector, townUnit, totalInvest: total && total * YI },
  memberships: [{ project: id, list: 'key', year: 2023, nature: 'new', annualPlan: 2 * YI }],
  returns: [
    ...(before === undefined
      ? []
      : [{ project: id, period: '2023-05', figures: { 'invest-ytd': before * YI } }]),
    ...(done === undefined
      ? []
      : [{ project: id, period: '2023-06', figures: { 'invest-ytd': done * YI, stage: 'started' } }]),
  ],
})

const PROJECTS = [
  project('甲', { sector: '交通', townUnit: 'east', total: 10, done: 1, before: 0.5 }),
  project('乙', { sector: '交通', townUnit: 'west', total: 9.99, done: 0.5, before: 0.5 }),
  project('丙', { sector: '水利', townUnit: 'east', total: 12 }),
]
const units = [
  { id: 'housing', name: '住建局', kind: 'bureau' as const },
  { id: 'east', name: '城东镇', kind: 'town' as const },
  { id: 'west', name: '城西镇', kind: 'town' as const },
]
const facts = factsOf(PROJECTS, [], units)

function made(kind: string, extra: Partial<DocumentInput> = {}, of = facts, scheme = SAMPLE): DocumentModel {
  const running = start(scheme, of, AS_OF)
  const input = {
    running,
    evaluation: finish(running),
    facts: of,
    calendar: PUBLISHED_CALENDAR,
    seq: 7,
    hash: 'h',
  }
  const found = documentKind(kind)
  if (!found) throw new Error(kind)
  return found.model({ ...input, ...extra })
}
const tablesOf = ({ blocks, annexes }: DocumentModel): Table[] =>
  [...blocks, ...annexes.flatMap(annex => annex.blocks)].flatMap(one =>
    one.kind === 'table' ? [one.table] : [],
  )
const tableOf = (model: DocumentModel, caption: string) =>
  tablesOf(model).find(one => one.caption.endsWith(caption))?.rows
const textOf = ({ blocks }: DocumentModel) =>
  blocks.map(one => (one.kind === 'table' ? one.table.caption : one.text)).join('\n')

describe('the bulletin', () => {
  it('sums by sector and by place what the evaluation holds', () => {
    const model = made('bulletin')
    const shown = (caption: string) =>
      tableOf(model, caption)?.map(([name, projects, started, , plan, invested]) => [
        name,
        projects,
        started,
        plan,
        invested,
      ])
    expect(shown('各行业进展')).toEqual([
      ['交通', '2', '2', '40000', '15000'],
      ['水利', '1', '0', '20000', '0'],
      ['合计', '3', '2', '60000', '15000'],
    ])
    expect(shown('各属地进展')).toEqual([
      ['城东镇', '2', '1', '40000', '10000'],
      ['城西镇', '1', '1', '20000', '5000'],
      ['合计', '3', '2', '60000', '15000'],
    ])
  })

  it('shows projects from 10 亿元 on, that amount included, or from another one that is set', () => {
    const annexOf = (model: DocumentModel) => model.annexes.find(one => one.title.startsWith('总投资'))
    const names = (model: DocumentModel) => {
      const [block] = annexOf(model)?.blocks ?? []
      return block?.kind === 'table' ? block.table.rows.map(row => row[1]) : []
    }
    const madeFrom = (from: string) => {
      const large = { type: 'amount', default: from, about: '试', aboutEn: 'try' } as const
      return made('bulletin', {}, facts, { ...SAMPLE, settings: { ...SAMPLE.settings, 'large-from': large } })
    }
    const model = made('bulletin')
    expect(annexOf(model)?.title).toBe('总投资10亿元以上项目进展情况')
    expect(names(model)).toEqual(['丙工程', '甲工程', '合计'])
    expect(names(madeFrom('12亿元'))).toEqual(['丙工程', '合计'])
    expect(names(madeFrom('1200000000.01元'))).toEqual([])
    expect(textOf(model)).toContain('总投资10亿元以上项目2个，总投资22.00亿元，已开复工1个')
  })

  it('tells who was on time, late and missing, and what was corrected', () => {
    const model = made('bulletin', {
      returns: [
        { name: '住建局', asked: 5, onTime: 3, late: 2, missing: 0 },
        { name: '水利局', asked: 5, onTime: 2, late: 0, missing: 3 },
      ],
      corrections: [
        {
          project: '甲工程',
          period: '2023-05',
          figure: '本年累计完成（万元）',
          from: '5000',
          to: '4000',
          reason: '重复统计',
          approvedBy: '王某',
        },
      ],
    })
    expect(textOf(model)).toContain('本期应报送10份，按时5份，逾期2份，未报3份，按时率50.0%。')
    expect(tableOf(model, '各单位报送情况')).toEqual([
      ['水利局', '5', '2', '0', '3', '40.0'],
      ['住建局', '5', '3', '2', '0', '60.0'],
      ['合计', '10', '5', '2', '3', '50.0'],
    ])
    expect(tableOf(model, '数据更正情况')).toEqual([
      ['甲工程', '2023年5月', '本年累计完成（万元）', '5000', '4000', '重复统计', '王某'],
    ])
    expect(textOf(made('bulletin'))).not.toContain('更正')
  })

  it('numbers its sections and tables without a gap, whatever is left out', () => {
    const model = made('bulletin', {}, factsOf([project('甲', {})], [], units))
    const headings = model.blocks.flatMap(one => (one.kind === 'heading' ? [one.text] : []))
    expect(headings).toEqual([
      '一、总体情况',
      '二、各清单进展',
      '三、各责任单位进展',
      '四、亮灯及处置',
      '五、报送情况',
    ])
    const captions = model.blocks.flatMap(one =>
      one.kind === 'table' ? [one.table.caption.slice(0, 2)] : [],
    )
    expect(captions).toEqual(['表1', '表2', '表3'])
  })

  it('has a title of who, about what and which kind, and ends as a bulletin does', () => {
    const model = made('bulletin')
    expect(model.title).toEqual(['样本县', '关于2023年1—6月项目推进情况的通报'])
    expect(model.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '特此通报。' })
  })

  it('adds up its units, with the projects that have none', () => {
    const { project: nobody, ...rest } = project('丁', { done: 1 })
    const model = made(
      'bulletin',
      {},
      factsOf([...PROJECTS, { ...rest, project: { ...nobody, leadUnit: undefined } }], [], units),
    )
    expect(
      tableOf(model, '各责任单位进展')?.map(([name, projects, , , plan]) => [name, projects, plan]),
    ).toEqual([
      ['住建局', '3', '60000'],
      ['未定责任单位', '1', '20000'],
      ['合计', '4', '80000'],
    ])
    expect(tableOf(made('bulletin'), '各责任单位进展')?.map(([name]) => name)).toEqual(['住建局', '合计'])
  })

  it('numbers its lit projects and asks for a column of what is required only where something is', () => {
    const annex = made('bulletin').annexes.find(one => one.title === '亮灯项目清单')
    const [block] = annex?.blocks ?? []
    if (block?.kind !== 'table') throw new Error('no table')
    const { columns, rows } = block.table
    expect(annex?.wide).toBe(true)
    expect(rows.map(row => row[0])).toEqual(rows.map((_, i) => String(i + 1)))
    const required = columns.findIndex(one => one.title === '要求')
    if (required >= 0) expect(rows.some(row => row[required] !== '')).toBe(true)
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('says of how many projects the rate is only where it is not of all', () => {
    expect(textOf(made('bulletin'))).toContain('共调度项目3个，已开复工2个，开复工率66.7%。')
    const planned = { ...project('丁', {}), memberships: [{ project: '丁', list: 'key', year: 2023 }] }
    const model = made('bulletin', {}, factsOf([...PROJECTS, planned], [], units))
    expect(textOf(model)).toContain('共调度项目4个，计入开复工率的3个中已开复工2个')
  })

  it('is a draft without a number until it is frozen and issued', () => {
    expect(made('bulletin')).toMatchObject({ state: { draft: true, seq: 7 }, numberYear: '2023' })
    expect(made('bulletin').number).toBeUndefined()
    expect(made('bulletin', { frozen: true }).state.draft).toBe(false)
    const issue = { number: '样发改〔2024〕1号', date: '2024-01-02', to: '各镇', copyTo: '县委办' }
    expect(made('bulletin', { frozen: true, issue })).toMatchObject({
      number: '样发改〔2024〕1号',
      date: '2024-01-02',
      to: '各镇：',
      copyTo: '县委办',
      state: { asOf: AS_OF },
    })
  })
})

describe('the weekly table', () => {
  it('has one row for each project of a list, and what was added since the week before', () => {
    const before = start(SAMPLE, facts, '2023-06-23')
    const model = made('weekly-table', { before })
    expect(model).toMatchObject({
      layout: 'sheet',
      title: ['样本县重点项目周调度表（第26周，截至2023年6月30日）'],
    })
    expect(tableOf(model, '重点')?.map(row => row.slice(0, 8))).toEqual([
      ['1', '丙工程', '住建局', '120000', '20000', '未报', '—', '—'],
      ['2', '甲工程', '住建局', '100000', '20000', '10000', '5000', '50.0'],
      ['3', '乙工程', '住建局', '99900', '20000', '5000', '0', '25.0'],
      ['', '合计', '', '319900', '60000', '15000', '5000', '25.0'],
    ])
  })
})

describe('the special report', () => {
  it('is a brief for those above', () => {
    expect(made('special-report')).toMatchObject({
      layout: 'brief',
      mark: '项目推进专报',
      to: '县委、县政府：',
    })
  })

  it.each([
    ['样本市', '市委、市政府：'],
    ['样本区', '区委、区政府：'],
    ['样本新城', '样本新城党委、政府：'],
  ])('addresses those above %s by their level', (name, to) => {
    const jurisdiction = { ...SAMPLE.jurisdiction, name }
    expect(made('special-report', {}, facts, { ...SAMPLE, jurisdiction }).to).toBe(to)
  })
})

describe('kinds', () => {
  it('are made of the same input, each with formats', () => {
    expect(DOCUMENT_KINDS.map(kind => kind.id)).toEqual(['bulletin', 'weekly-table', 'special-report'])
    for (const kind of DOCUMENT_KINDS) expect(made(kind.id).blocks.length).toBeGreaterThan(0)
  })

  it.each([
    [{ series: 'document', code: '样发改', year: 2023 }, 12, '样发改〔2023〕12号'],
    [{ series: 'report', code: '', year: 2023 }, 3, '〔2023〕第3期'],
  ])('numbers %j', (series, number, text) => {
    expect(numberText(series, number)).toBe(text)
  })
})
