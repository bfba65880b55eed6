import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { yearOf } from '@guatu/kernel'
import {
  type Beginning,
  dayIn,
  type PlanChoice,
  readSchemes,
  regionByCode,
  type SetupReport,
  setUp,
} from '@guatu/server'
import { type Command, flag, given, Refused, text, type Values } from './command/command.ts'
import { withDatabase } from './input/database.ts'
import { inputPath } from './input/path.ts'
import { table } from './table.ts'

export const setup: Command = {
  usage:
    'setup --region CODE [--name NAME] --login L --person NAME --password-stdin\n' +
    '             --plan blank|copy:ID|as-is:ID [--year Y] [--list NAME] [--bureau NAME] [--name-en NAME]\n' +
    '             [--units FILE] [--slips --address URL] [--json]',
  about: '用本单位的数据开始；已做过的步骤不重做 begin with own data; what was done before stays',
  options: {
    region: text,
    name: text,
    'name-en': text,
    bureau: text,
    person: text,
    login: text,
    'password-stdin': flag,
    plan: text,
    year: text,
    list: text,
    units: text,
    slips: flag,
    address: text,
    json: flag,
  },
  words: [0, 0],
  async run({ values }, { root, print }) {
    if (values.slips && given(values, 'address') === undefined)
      throw new Refused('--slips 须同时给出 --address --slips needs --address: http://10.1.2.3:8787')
    const { schemes } = await readSchemes([join(root, 'schemes')])
    const asked = {
      workerUrl: pathToFileURL(join(root, 'dist/read-worker.mjs')),
      schemes,
      beginning: await beginningOf(values),
      plan: planOf(values),
      roster: await rosterOf(root, values),
      slipsFor: values.slips ? given(values, 'address') : undefined,
    }
    const report = await withDatabase(root, database => setUp(database, asked))
    if (!report.ok) throw new Refused(`${report.error.zh}\n${report.error.en}`)
    print(values.json ? JSON.stringify(report.value) : summary(report.value))
    return report.value.findings.length > 0 ? 1 : 0
  },
}

/** Undefined where the first account is not spoken of: it may stand already. The password comes from stdin alone, never from the command line. */
async function beginningOf(values: Values): Promise<Beginning | undefined> {
  const login = given(values, 'login')
  if (login === undefined) return undefined
  const region = given(values, 'region')
  const known = region === undefined ? undefined : await regionByCode(region)
  if (region !== undefined && !known) throw new Refused(`没有这个区划代码 no such region: ${region}`)
  const name = given(values, 'name') ?? known?.name
  if (name === undefined) throw new Refused('--region 或 --name 须给出一个 give --region or --name')
  if (!values['password-stdin'])
    throw new Refused('口令从标准输入读取 the password comes from stdin: --password-stdin')
  return {
    region,
    name,
    bureau: given(values, 'bureau') ?? `${name}发展和改革局`,
    person: given(values, 'person') ?? login,
    login,
    password: (await readText(process.stdin)).replace(/\r?\n$/, ''),
  }
}

function planOf(values: Values): PlanChoice | undefined {
  const word = given(values, 'plan')
  if (word === undefined) return undefined
  const [kind = '', plan] = word.split(':')
  if (kind !== 'blank' && kind !== 'copy' && kind !== 'as-is')
    throw new Refused(
      `--plan 应为 blank、copy:ID 或 as-is:ID --plan takes blank, copy:ID or as-is:ID: ${word}`,
    )
  const year = Number(given(values, 'year') ?? yearOf(dayIn('Asia/Shanghai', Date.now())))
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    throw new Refused(`--year 应为年份 --year takes a year: ${values.year}`)
  const list = given(values, 'list')
  const nameEn = given(values, 'name-en')
  return { kind, year, ...(plan ? { plan } : {}), ...(list ? { list } : {}), ...(nameEn ? { nameEn } : {}) }
}

async function rosterOf(root: string, values: Values) {
  const word = given(values, 'units')
  if (word === undefined) return undefined
  const path = inputPath(root, word)
  if (!existsSync(path)) throw new Refused(`没有这个文件 no such file: ${path}`)
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
}

function summary({ jurisdiction, name, plan, login, left, counts, findings, slips }: SetupReport): string {
  const parts = [`${name} (${jurisdiction})  方案 plan: ${plan}  账号 login: ${login}`]
  if (left.length > 0) parts.push(`未带入 left out: ${left.join('、')}`)
  if (counts)
    parts.push(`单位 units ${counts.units}  人员 people ${counts.people}  岗位 posts ${counts.posts}`)
  if (findings.length > 0)
    parts.push(
      `须改正，没有写入 to mend, nothing was written: ${findings.length}`,
      table(
        ['表 sheet', '行 row', '列 column', '说明 what'],
        findings.map(one => [one.sheet, String(one.row), one.column, `${one.zh} ${one.en}`]),
      ),
    )
  if (slips.length > 0)
    parts.push(
      table(
        ['登录名 login', '姓名 name', '单位 unit', '登录码 code', '链接 link'],
        slips.map(one => [one.login, one.name, one.unitName, one.code, one.link]),
      ),
    )
  return parts.join('\n')
}
