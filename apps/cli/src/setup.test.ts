import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'guatu-setup-'))
const folders = new Set([dir])
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
/** Beside the folder of files, which the database's own user may not enter. */
function dataDir(name: string): string {
  const folder = `${dir}-${name}`
  folders.add(folder)
  return folder
}
const SLOW = 120_000

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command line before a data folder of its own, with a password on stdin. */
const guatu = (data: string, password: string, ...args: string[]): Promise<Ran> =>
  new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['scripts/guatu.mjs', ...args],
      { cwd: root, env: { ...process.env, DATABASE_URL: '', GUATU_DATA: dataDir(data) } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
    child.stdin?.end(`${password}\n`)
  })

/** A roster as a clerk writes one from the description in the guide, without the template. */
async function roster(name: string, role: string): Promise<string> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('单位').addRows([
    ['单位名称', '单位类别', '上级单位', '曾用名和简称'],
    ['住房和城乡建设局', '部门', '', '住建局'],
    ['城关镇', '镇街', '', ''],
  ])
  book.addWorksheet('人员岗位').addRows([
    ['姓名', '登录名', '单位', '岗位'],
    ['王芳', 'wangfang', '住建局', role],
  ])
  const path = join(dir, name)
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
  return path
}

const WHO = ['--region', '610926', '--person', '李明', '--login', 'liming', '--password-stdin']
const PASSWORD = 'a long enough one'

describe('guatu setup', () => {
  test(
    'takes an empty folder to its people and their slips; a second run leaves what stands',
    async () => {
      const units = await roster('good.xlsx', '填报')
      const slips = ['--slips', '--address', 'http://10.1.2.3:8787']
      const plan = ['--plan', 'copy:zhashui', '--year', '2026']
      const first = await guatu(
        'good',
        PASSWORD,
        'setup',
        ...WHO,
        ...plan,
        '--units',
        units,
        ...slips,
        '--json',
      )
      expect([first.code, first.err]).toEqual([0, ''])
      const report = JSON.parse(first.out)
      expect(report).toMatchObject({
        jurisdiction: 'r610926',
        name: '平利县',
        login: 'liming',
        plan: 'r610926-plan',
        left: ['重点项目完成投资', '十四五规划项目储备'],
        counts: { units: 4, newUnits: 2, people: 2, newPeople: 1, posts: 3 },
        findings: [],
      })
      expect(report.slips).toHaveLength(1)
      expect(report.slips[0]).toMatchObject({ login: 'wangfang', name: '王芳', unitName: '住房和城乡建设局' })
      expect(report.slips[0].link).toBe(`http://10.1.2.3:8787/login?code=${report.slips[0].code}`)
      expect(first.out).not.toContain(PASSWORD)

      const again = await guatu('good', PASSWORD, 'setup', '--units', units, '--json')
      expect([again.code, JSON.parse(again.out).counts]).toEqual([
        0,
        { units: 4, newUnits: 0, people: 2, newPeople: 0, posts: 3 },
      ])
    },
    SLOW,
  )

  test(
    'a roster with a wrong cell: exit 1, the cell named, the steps before it kept',
    async () => {
      const units = await roster('bad.xlsx', '县长')
      const { code, out } = await guatu(
        'bad',
        PASSWORD,
        'setup',
        ...WHO,
        '--plan',
        'blank',
        '--units',
        units,
        '--json',
      )
      const report = JSON.parse(out)
      expect([code, report.counts, report.plan]).toEqual([1, null, 'r610926-plan'])
      expect(report.findings).toMatchObject([
        { sheet: '人员岗位', row: 2, column: 'D', code: 'roster.unknown-role' },
      ])
    },
    SLOW,
  )

  test.each([
    [['--plan', 'blank']],
    [[...WHO.slice(0, -1), '--plan', 'blank']],
    [['--region', '999999', ...WHO.slice(2), '--plan', 'blank']],
    [[...WHO, '--plan', 'mine']],
    [[...WHO, '--plan', 'as-is:zhashui']],
    [[...WHO, '--plan', 'blank', '--year', 'soon']],
    [[...WHO, '--plan', 'blank', '--units', 'no-such-file.xlsx']],
    [['--slips']],
  ])(
    'bad usage %j: exit 2, nothing on stdout',
    async args => {
      const { code, out, err } = await guatu('none', PASSWORD, 'setup', ...args)
      expect([code, out]).toEqual([2, ''])
      expect(err).not.toBe('')
      expect(err).not.toContain('    at ')
    },
    SLOW,
  )

  test(
    'a short password is refused and nothing is begun',
    async () => {
      const short = await guatu('short', 'nine char', 'setup', ...WHO, '--plan', 'blank')
      expect([short.code, short.out]).toEqual([2, ''])
      expect(short.err).toContain('至少 10 个字符')
      const after = await guatu('short', PASSWORD, 'setup', ...WHO, '--plan', 'blank', '--json')
      expect([after.code, JSON.parse(after.out).name]).toEqual([0, '平利县'])
    },
    SLOW,
  )
})
