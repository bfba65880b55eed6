import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { reduceGrid } from '../model/reduce.ts'
import { gridOf } from '../testing/grid.ts'
import { readClipboard } from './clipboard.ts'
import { oneForAll } from './one-cell.ts'
import { planPaste } from './plan.ts'
import { readTsv } from './tsv.ts'

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}.txt`, import.meta.url)), 'utf8')
const texts = (text: string) => readTsv(text).rows.map(row => row.map(cell => cell.text))
const plan = (data: { html?: string; text?: string }, state = gridOf()) => {
  const block = readClipboard({ html: '', text: '', ...data })
  if (!block) throw new Error('nothing to paste')
  return planPaste(block, state)
}
const put = (planned: ReturnType<typeof plan>) =>
  planned.cells.map(({ project, field, typed }) => [project, field, typed.doubt ?? typed.value])

describe('tab separated text', () => {
  it.each([
    [
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"一\n二"\t3', [['一\n二', '3']]],
    ['"说""好""了"\t1\n', [['说"好"了', '1']]],
    ['"没有关\t1', [['"没有关', '1']]],
    ['"中"间\t1', [['"中"间', '1']]],
    ['a\t', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, rows) => expect(texts(text)).toEqual(rows))
})

describe('a table copied from Excel', () => {
  const planned = plan({ html: fixture('excel') })

  it('is assigned by its two rows of headers, whatever their order', () => {
    expect(put(planned)).toEqual([
      ['water', 'stage', 'started'],
      ['water', 'invest-ytd', 12_345_678_000],
      ['water', 'paid-ytd', 5_000_000_000],
      ['water', 'progress', '完成管沟\n开挖 & 回填'],
      ['steel', 'stage', 'started'],
      ['steel', 'invest-ytd', 12_000_000_000],
      ['park', 'stage', 'prepare'],
      ['park', 'invest-ytd', 'not-money'],
      ['park', 'paid-ytd', 0],
    ])
  })

  it('leaves nothing out unsaid', () => {
    expect(planned.by).toBe('headers')
    expect([planned.hiddenRows, planned.hiddenColumns]).toEqual([1, 1])
    expect(planned.blank).toBe(3)
    expect(planned.rows).toEqual([
      { row: 7, text: '5 没有的项目 前期 1', why: 'unknown', perhaps: undefined },
      { row: 8, text: '合计 24,346 0.5', why: 'total' },
    ])
    expect(planned.columns).toEqual([])
    expect(planned.doubts).toEqual([
      { row: 6, project: 'park', field: 'invest-ytd', text: '约300', code: 'not-money' },
    ])
  })
})

describe('a table copied from WPS', () => {
  const planned = plan({ html: fixture('wps') })

  it('is assigned by project code, with the number behind what is shown', () => {
    expect(put(planned)).toEqual([
      ['water', 'ready', '85.3%'],
      ['water', 'started-on', '2023-05-31'],
      ['water', 'paid-ytd', 340_000_050],
      ['steel', 'ready', 'no-percent'],
      ['steel', 'started-on', '2023-05-31'],
      ['steel', 'paid-ytd', 3_400_000_000],
      ['park', 'started-on', '2023-05-31'],
      ['park', 'paid-ytd', -200],
    ])
  })

  it('names the column that is not asked and the day that was a month', () => {
    expect(planned.columns).toEqual([{ column: 2, header: '联系人', why: 'unknown' }])
    expect(planned.notes).toEqual([
      { row: 4, project: 'park', field: 'started-on', text: '2023年5月', code: 'last-day' },
    ])
  })
})

describe('text without tables', () => {
  it('goes to the cursor, and says what reaches beyond', () => {
    const at = reduceGrid(gridOf(), { do: 'go', to: { row: 1, column: 5 } })
    const planned = plan({ text: '12个\t基础\t多\n—\t封顶\t\n3\t\t\n' }, at)
    expect(put(planned)).toEqual([
      ['steel', 'workers', 12],
      ['steel', 'progress', '基础'],
      ['park', 'progress', '封顶'],
    ])
    expect(planned.blank).toBe(1)
    expect(planned.columns).toEqual([{ column: 2, header: '', why: 'beyond' }])
    expect(planned.rows).toEqual([{ row: 3, text: '3', why: 'beyond' }])
  })

  it('takes a column of names for the rows', () => {
    const planned = plan({ text: '南湖公园\t1\n智慧料场\t2\n别的\t3' })
    expect(planned.by).toBe('projects')
    expect(put(planned)).toEqual([
      ['park', 'invest-ytd', 1_000_000],
      ['steel', 'invest-ytd', 2_000_000],
    ])
    expect(planned.rows.map(row => row.why)).toEqual(['unknown'])
  })

  it('takes headers without a project column row by row', () => {
    const planned = plan({ text: '在场人数\t本年累计完成投资(亿元)\n5\t0.2' })
    expect(put(planned)).toEqual([
      ['water', 'workers', 5],
      ['water', 'invest-ytd', 2_000_000_000],
    ])
  })

  it('keeps the first of two rows for one project, and neither where code and name differ', () => {
    const planned = plan({
      text: '项目代码\t项目名称\t在场人数\n\t南湖公园\t1\n\t南湖公园\t2\n2303-620200-04-01-123456\t酒钢智慧料场（二期）\t3',
    })
    expect(put(planned)).toEqual([['park', 'workers', 1]])
    expect(planned.rows.map(row => row.why)).toEqual(['twice', 'code-and-name'])
  })

  it('does not take a likely header for sure, nor the same one twice', () => {
    const planned = plan({ text: '项目名称\t累计完成投资\t在场人数\t在场人数\n南湖公园\t9\t1\t2' })
    expect(put(planned)).toEqual([['park', 'workers', 1]])
    expect(planned.columns.map(one => [one.column, one.why, one.perhaps])).toEqual([
      [1, 'doubtful', 'invest-ytd'],
      [3, 'claimed', 'workers'],
    ])
  })

  it('does not share out the amount of a merged cell', () => {
    const cell = (text: string, more = '') => `<td${more}>${text}</td>`
    const html = `<table><tr>${cell('项目名称')}${cell('本年累计支付')}${cell('项目阶段')}</tr>
      <tr>${cell('南湖公园')}${cell('5', ' rowspan=2')}${cell('在建', ' rowspan="2"')}</tr><tr>${cell('智慧料场')}</tr></table>`
    expect(put(plan({ html }))).toEqual([
      ['park', 'paid-ytd', 'merged-amount'],
      ['park', 'stage', 'started'],
      ['steel', 'stage', 'started'],
    ])
  })

  it('fills a range with one cell', () => {
    const from = reduceGrid(gridOf(), { do: 'go', to: { row: 0, column: 5 } })
    const range = reduceGrid(from, { do: 'go', to: { row: 2, column: 5 }, extend: true })
    expect(oneForAll(readTsv('7\n'), range)?.map(one => [one.project, one.typed.value])).toEqual([
      ['water', 7],
      ['steel', 7],
      ['park', 7],
    ])
    expect(oneForAll(readTsv('7\n'), gridOf())).toBeUndefined()
  })
})
