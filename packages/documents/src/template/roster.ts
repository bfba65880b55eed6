import { ROSTER_COLUMNS, ROSTER_SHEETS, type RosterWords } from '../read/roster/words.ts'
import { addForm, addNotes, bytesOf, newBook } from './sheet.ts'

export interface RosterTemplate {
  readonly words: RosterWords
  /** What is known already, in the words of the sheet. */
  readonly units: readonly {
    readonly name: string
    readonly kind: string
    readonly parent: string
    readonly aliases: string
  }[]
  readonly posts: readonly {
    readonly person: string
    readonly login: string
    readonly unit: string
    readonly role: string
    readonly phone: string
  }[]
}

/** The workbook from which `readRoster` reads units, people and posts. */
export function writeRosterTemplate({ words, units, posts }: RosterTemplate): Promise<Uint8Array> {
  const book = newBook()
  const { unit, post } = ROSTER_COLUMNS
  const kinds = Object.keys(words.kinds)
  const roles = Object.keys(words.roles)
  const unitCells = { cells: `${ROSTER_SHEETS.units}!$A$2:$A$2000` }
  addForm(book, {
    name: ROSTER_SHEETS.units,
    columns: [
      { header: unit.name, required: true, width: 34 },
      { header: unit.kind, required: true, width: 14, oneOf: kinds },
      { header: unit.parent, width: 34, oneOf: unitCells, note: '不填即为本级政府所属' },
      { header: unit.aliases, width: 34, note: '报表里还会写成什么，多个用顿号分开' },
    ],
    example: ['住房和城乡建设局', kinds[1] ?? null, null, '住建局'],
    rows: units.map(one => [one.name, one.kind, one.parent, one.aliases]),
  })
  addForm(book, {
    name: ROSTER_SHEETS.posts,
    columns: [
      { header: post.person, required: true, width: 14 },
      { header: post.login, width: 18, note: '小写字母、数字和 . _ -；不填则自动编号' },
      { header: post.unit, required: true, width: 34, oneOf: unitCells },
      { header: post.role, required: true, width: 12, oneOf: roles },
      { header: post.phone, width: 18 },
    ],
    example: ['张三', 'zhangsan', '住房和城乡建设局', roles[1] ?? null, '13800000000'],
    rows: posts.map(one => [one.person, one.login, one.unit, one.role, one.phone]),
  })
  addNotes(book, notes(words))
  return bytesOf(book)
}

const notes = ({ kinds, roles }: RosterWords): string[] => [
  '# 填写说明',
  '带 * 的列必须填写。以“（示例）”开头的行不读取，可以改写或删除。不要改动表名和表头；列的先后可以调整，可以增加自己的列。',
  `# ${ROSTER_SHEETS.units}`,
  `单位类别：${Object.keys(kinds).join('、')}。`,
  '上级单位须在本表中，或系统里已有；不填即为本级政府所属。单位名称不能重复。',
  '曾用名和简称：报表里可能写成的其他叫法，导入时按此认出同一个单位。',
  `# ${ROSTER_SHEETS.posts}`,
  `岗位：${Object.keys(roles).join('、')}。填报只看、只报本单位及下级的项目；调度、领导、督查看全部；管理只管账号，不看业务数据。`,
  '一人多岗的，每个岗位一行，姓名和登录名相同。',
  '登录名不填则自动编号。口令不在本表填写：各人凭登录条自己设置。',
  '再次上传时，只增加和更新，不删除。',
]
