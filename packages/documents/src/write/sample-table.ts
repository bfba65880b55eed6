import type { ProjectTable } from './project-table.ts'

/** A list under grouped headers for tests and for looking at; made up. */
export const sampleProjectTable: ProjectTable = {
  title: '示范县2020年重点项目进展情况表',
  note: '口径：调度口径',
  state: { asOf: '2020-05-31', seq: 128, synthetic: true },
  sheetName: '重点项目',
  columns: [
    { id: 'serial', header: '序号', type: 'integer' },
    { id: 'project-name', header: '项目名称', type: 'text', width: 32 },
    { id: 'project-code', header: '项目代码', type: 'text', width: 26 },
    { id: 'lead-unit', header: '责任单位', type: 'text' },
    { id: 'total-invest', header: '总投资', type: 'money', unit: '亿元' },
    { id: 'annual-plan', header: '年度计划投资', group: '2020年投资', type: 'money' },
    { id: 'invest-ytd', header: '本年累计完成投资', group: '2020年投资', type: 'money' },
    { id: 'completion', header: '完成率', group: '2020年投资', type: 'rate' },
    { id: 'started-on', header: '实际开工时间', type: 'day' },
  ],
  rows: [
    [
      1,
      '城东农村饮水安全巩固提升及水源地保护“一体化”示范工程',
      '2603-141124-89-05-346948',
      '县水利局',
      35_000_000_000_00,
      1_200_000_000_00,
      451_500_000_01,
      0.376,
      '2020-03-12',
    ],
    [2, '①号标准化厂房（A&B区）<二期>', null, '县发展和改革局', 1_200_000_000_00, 0, null, null, null],
  ],
  totals: true,
}
