import type { Block, DocumentModel, Table } from './model.ts'

/** A page of the bulletin for tests and for looking at; its figures and names are made up but for two totals. */
export function sampleTable(rows: number): Table {
  return {
    caption: '重点项目进度情况表',
    note: '单位：万元',
    columns: [
      { title: '序号', align: 'center', width: 6 },
      { title: '项目名称', align: 'left', width: 30 },
      { title: '责任单位', align: 'left', width: 18 },
      { title: '年度计划', align: 'right', width: 12 },
      { title: '累计完成', align: 'right', width: 12 },
      { title: '完成率', align: 'right', width: 10 },
      { title: '亮灯', align: 'center', width: 8 },
    ],
    rows: [
      ...Array.from({ length: rows }, (_, i) => [
        String(i + 1),
        i % 4 === 1
          ? `第${i + 1}标段农村饮水安全巩固提升及水源地保护“一体化”示范工程`
          : `第${i + 1}号示范项目`,
        i % 3 === 0 ? '县住房和城乡建设局' : '县水利局',
        `${(i + 1) * 1200}.00`,
        `${(i + 1) * 451}.50`,
        '37.6%',
        i % 5 === 0 ? '红' : '绿',
      ]),
      ['', '合计', '', '230,000.00', '86,537.50', '37.6%', ''],
    ],
    strong: [rows],
  }
}

const sentence =
  '截至五月底，全县纳入调度的九十五个重点项目中，已开工或复工八十六个，开复工率90.5%，年度计划投资115.4亿元，累计完成43亿元，完成率37.3%，低于时序进度4.4个百分点。'
const blocks: Block[] = [
  { kind: 'heading', level: 1, text: '一、总体情况' },
  { kind: 'paragraph', text: sentence },
  { kind: 'heading', level: 2, text: '（一）开复工情况' },
  { kind: 'paragraph', text: `${sentence}其中：①新建项目31个；②续建项目55个；③“两新一重”项目12个。` },
  { kind: 'table', table: sampleTable(3) },
  { kind: 'heading', level: 3, text: '1. 亮红灯项目' },
  { kind: 'paragraph', text: sentence },
  { kind: 'heading', level: 4, text: '（1）手续未办结' },
  { kind: 'paragraph', text: sentence },
  { kind: 'heading', level: 1, text: '二、下一步要求' },
  { kind: 'paragraph', text: sentence.repeat(3) },
]

export const sampleDocument: DocumentModel = {
  layout: 'official',
  mark: '示范县发展和改革局文件',
  issuer: '示范县发展和改革局',
  numberYear: '2020',
  title: ['示范县发展和改革局', '关于2020年5月重点项目进展情况的通报'],
  to: '各镇人民政府、街道办事处，县政府各工作部门、直属机构',
  blocks,
  signedBy: '示范县发展和改革局',
  date: '2020-05-31',
  annexes: [
    { title: '重点项目进度情况表', blocks: [{ kind: 'table', table: { ...sampleTable(40), caption: '' } }] },
    {
      title: '亮红灯项目清单',
      blocks: [{ kind: 'table', table: { ...sampleTable(0), caption: '', rows: [], strong: [] } }],
    },
  ],
  copyTo: '县委办公室、县人大常委会办公室、县政协办公室，各县级领导',
  state: { draft: true, asOf: '2020-05-31', seq: 128, hash: 'sm3:0123456789abcdef', synthetic: true },
}
