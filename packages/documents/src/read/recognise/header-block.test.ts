import { describe, expect, it } from 'vitest'
import { sheetOf } from '../testing/sheet.ts'
import { PROJECT_FIELDS } from './fields.ts'
import { recognise } from './recognise.ts'

type Rows = Parameters<typeof sheetOf>[0]
const layout = (rows: Rows, merges: readonly string[] = []) => {
  const recognition = recognise(sheetOf(rows, merges), PROJECT_FIELDS)
  return {
    header: recognition.headerRows,
    columns: recognition.columns.map(c => `${c.header}=${c.field ?? ''}${c.unit ? ` ${c.unit}` : ''}`),
    kinds: recognition.rows.map(row => row.kind).join(' '),
  }
}

describe('header rows', () => {
  it('three merged rows', () => {
    expect(
      layout(
        [
          ['序号', '项目名称', '投资(万元)', null, null, null],
          [null, null, '总投资', '2023年计划', null, null],
          [null, null, null, '全年', '一季度', '二季度'],
          [1, '甲', 9, 8, 1, 2],
        ],
        ['A1:A3', 'B1:B3', 'C1:F1', 'C2:C3', 'D2:F2'],
      ),
    ).toEqual({
      header: [1, 2, 3],
      columns: [
        '序号=',
        '项目名称=project-name',
        '投资(万元)/总投资=total-invest 万元',
        '投资(万元)/2023年计划/全年=annual-plan 万元',
        '投资(万元)/2023年计划/一季度=plan-q1 万元',
        '投资(万元)/2023年计划/二季度=plan-q2 万元',
      ],
      kinds: 'header header header data',
    })
  })

  it('a group row above, merged sideways only', () => {
    expect(
      layout(
        [
          ['2023年项目进展', null, null, null, null],
          [null, null, '投资(亿元)', null, null],
          ['项目名称', '责任单位', '总投资', '年度计划', '本年累计完成'],
          ['甲', '水利局', 3, 2, 1],
        ],
        ['A1:E1', 'C2:E2'],
      ),
    ).toEqual({
      header: [2, 3],
      columns: [
        '项目名称=project-name',
        '责任单位=lead-unit',
        '投资(亿元)/总投资=total-invest 亿元',
        '投资(亿元)/年度计划=annual-plan 亿元',
        '投资(亿元)/本年累计完成=invest-ytd 亿元',
      ],
      kinds: 'title header header data',
    })
  })

  it('a row of units below', () => {
    expect(
      layout([
        ['项目名称', '总投资', '年度计划投资'],
        [null, '(亿元)', '(万元)'],
        ['甲', '3', '2'],
      ]),
    ).toMatchObject({
      header: [1, 2],
      columns: [
        '项目名称=project-name',
        '总投资/(亿元)=total-invest 亿元',
        '年度计划投资/(万元)=annual-plan 万元',
      ],
    })
  })

  it('a line of unit and issuer between title and header, numbered columns below, header again on the next page', () => {
    expect(
      layout([
        ['重点项目清单'],
        ['填报单位:发改局', null, null, '单位:万元'],
        ['序号', '项目名称', '责任单位', '总投资'],
        ['甲', '乙', '丙', '1'],
        ['1', '2', '3', '4'],
        [1, '某路', '住建局', 5],
        ['序号', '项目名称', '责任单位', '总投资'],
        [2, '某桥', '住建局', 6],
        ['填表人:某某', '审核人:某某'],
      ]),
    ).toMatchObject({
      header: [3],
      columns: ['序号=', '项目名称=project-name', '责任单位=lead-unit', '总投资=total-invest 万元'],
      kinds: 'title note header header header data header data note',
    })
  })

  it('a first project whose cells look like words is no header', () => {
    expect(
      layout([
        ['项目名称', '责任单位', '项目阶段'],
        ['某路', '住建局', '在建'],
        ['某桥', '住建局', '在建'],
      ]).kinds,
    ).toBe('header data data')
  })

  it('a title merged over the table with a name that is also a field', () => {
    expect(layout([['项目'], ['项目名称', '责任单位'], ['某路', '住建局']], ['A1:B1']).kinds).toBe(
      'title header data',
    )
  })

  it('headings alone in their row, in a table without serial numbers', () => {
    const rows = [
      ['项目名称', '责任单位'],
      ['续建项目'],
      ['某路', '住建局'],
      ['工业类(1个)'],
      ['某厂', '工信局'],
      ['某桥'],
    ]
    expect(layout(rows).kinds).toBe('header section data section data data')
  })

  it('words of none of ours: the first row of words', () => {
    expect(layout([['Rapport'], ['Nom', 'Ville', 'Coût'], ['a', 'b', '1']]).header).toEqual([2])
  })

  it('no header at all', () => {
    const recognition = recognise(
      sheetOf([
        [1, 2],
        [3, 4],
      ]),
      PROJECT_FIELDS,
    )
    expect(recognition.findings).toEqual([{ code: 'header.not-found', params: { sheet: '表1' } }])
    expect(recognition.rows.length).toBe(2)
  })

  it('header rows a mapping gives', () => {
    const sheet = sheetOf([
      ['x', 'y'],
      ['项目名称', '责任单位'],
      ['某路', '住建局'],
    ])
    const rowsFor = (first: number, last: number) =>
      recognise(sheet, PROJECT_FIELDS, { headerRows: [first, last] }).headerRows
    expect(rowsFor(1, 1)).toEqual([1])
    expect(rowsFor(2, 9)).toEqual([2, 3])
    expect(rowsFor(4, 4)).toEqual([])
  })
})
