import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '@guatu/kernel'
import type { PlanFinding } from '@guatu/scheme'
import { afterAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'guatu-cli-'))
afterAll(() => rmSync(dir, { recursive: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command line as `npm run -s guatu --` runs it. */
const guatu = (...args: string[]): Promise<Ran> =>
  new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['scripts/guatu.mjs', ...args],
      { cwd: root, maxBuffer: 64e6 },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

function file(name: string, text: string): string {
  const path = join(dir, name)
  writeFileSync(path, text)
  return path
}

const ZHASHUI = ['--scheme', 'zhashui', '--data', 'demo/zhashui', '--as-of', '2020-05-31']
const SLOW = 60_000

test('schema prints the JSON Schema of plans', async () => {
  const { code, out } = await guatu('schema')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { targets: { type: 'array' } } })
}, 60_000)

describe('evaluate', () => {
  test(
    'gives the published totals, the same bytes twice, under a hash of what it says',
    async () => {
      const first = await guatu('evaluate', ...ZHASHUI, '--json')
      expect([first.code, first.err]).toEqual([0, ''])
      expect((await guatu('evaluate', ...ZHASHUI, '--json')).out).toBe(first.out)
      const { hash, ...evaluation } = JSON.parse(first.out)
      const value = (id: string) =>
        evaluation.indicators.find(
          (one: { id: string; scope: string }) => one.id === id && one.scope === 'list:key',
        )
      expect(value('start-rate')).toMatchObject({ numerator: 86, denominator: 95, value: '90.5' })
      expect(value('completion-rate')).toMatchObject({
        numerator: 430_000_000_000,
        denominator: 1_154_000_000_000,
        value: '37.3',
      })
      expect(createHash('sha256').update(canonicalJson(evaluation)).digest('hex')).toBe(hash)
      expect(first.out).toBe(`${canonicalJson({ ...evaluation, hash })}\n`)
    },
    SLOW,
  )

  test(
    'a fault of the data is told with file, line and column',
    async () => {
      file('projects.csv', 'id,name\np,甲\np,乙\n')
      file('memberships.csv', 'project,list,year,annual_plan\np,key,2020,一百\n')
      const { code, out, err } = await guatu(
        'evaluate',
        '--scheme',
        'zhashui',
        '--data',
        dir,
        '--as-of',
        '2020-05-31',
      )
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('memberships.csv:2:annual_plan')
      expect(err).toContain('projects.csv:3')
    },
    SLOW,
  )
})

describe('check', () => {
  test(
    'the plans that come along are clean; their own faults are known and named with their clauses',
    async () => {
      const { code, out } = await guatu('check', '--json')
      const findings: PlanFinding[] = JSON.parse(out)
      expect([code, findings.filter(one => one.severity !== 'note')]).toEqual([0, []])
      expect(findings.find(one => one.code === 'metric.two-scopes')).toMatchObject({
        file: join(root, 'schemes/xixia/scheme.yaml'),
        between: [
          { kind: 'target', id: 'next-half', clause: '一(二)', covers: ['XX-T9'] },
          { kind: 'target', id: 'next-year', clause: '二(二)', covers: ['XX-T9'] },
        ],
        acknowledged: { reading: expect.any(String), readingEn: expect.any(String) },
      })
    },
    SLOW,
  )

  test(
    'a fault of a plan that nobody has acknowledged: exit 1, both clauses in the line',
    async () => {
      const text = readFileSync(join(root, 'schemes/xixia/scheme.yaml'), 'utf8')
      const known = '  - finding: metric.two-scopes\n    reading: 分作两条，各自衡量\n'
      const path = file('open.yaml', text.replace(known, known.replace('two-scopes', 'order')))
      const { code, out } = await guatu('check', path)
      expect(code).toBe(1)
      const line = out.split('\n').find(one => one.includes('warning  metric.two-scopes'))
      expect(line).toContain('[一(二) XX-T9 target/next-half × 二(二) XX-T9 target/next-year]')
      expect(out).toContain('1 个方案 schemes, 2 个问题 findings')
    },
    SLOW,
  )

  test(
    'a case beside the scheme that does not hold, or names nothing: exit 1 at its line',
    async () => {
      const read = (name: string) => readFileSync(join(root, 'examples/rules/wuhan', name), 'utf8')
      const path = file('scheme.yaml', read('scheme.yaml'))
      const cases = read('cases.yaml')
      const wrong = cases.replace('colour: red', 'colour: green')
      const last = wrong.lastIndexOf('light: progress')
      file('cases.yaml', `${wrong.slice(0, last)}light: other${wrong.slice(last + 'light: progress'.length)}`)
      const { code, out } = await guatu('check', path, '--json')
      rmSync(join(dirname(path), 'cases.yaml'))
      const found: PlanFinding[] = JSON.parse(out)
      expect(code).toBe(1)
      expect(found.map(one => [one.line, one.code])).toEqual([
        [3, 'case.fails'],
        [24, 'case.unknown'],
      ])
    },
    SLOW,
  )

  test(
    'a wrong scheme: exit 1, each finding with its place and its mend; its cases are not run',
    async () => {
      const text = readFileSync(join(root, 'schemes/zhashui/scheme.yaml'), 'utf8')
      const path = file('scheme.yaml', text.replace('scope: { list: key }', 'scope: { list: kye }'))
      file('cases.yaml', readFileSync(join(root, 'schemes/zhashui/cases.yaml'), 'utf8'))
      const { code, out } = await guatu('check', path, '--json')
      rmSync(join(dirname(path), 'cases.yaml'))
      expect(code).toBe(1)
      // What the plan's own text says twice is told beside it, as a note.
      const [finding, ...rest] = JSON.parse(out).filter(
        (one: { readonly severity: string }) => one.severity !== 'note',
      )
      expect(rest).toEqual([])
      const line = text.split('\n').findIndex(one => one.includes('scope: { list: key }')) + 1
      expect(finding).toMatchObject({ file: path, line, severity: 'error' })
      expect(finding.mend).not.toBe('')
    },
    SLOW,
  )
})

const REPLAY = ['replay', '--scheme', 'zhashui', '--data', 'demo/zhashui']
const MAY = ['--from', '2020-05', '--to', '2020-05']

describe('replay', () => {
  test(
    'a moved line gives what the plan with that number in its text gives, and names inputs and cuts',
    async () => {
      const text = readFileSync(join(root, 'schemes/zhashui/scheme.yaml'), 'utf8')
      const draft = file('moved.yaml', text.replace('default: -20pp', 'default: -15pp'))
      const bySetting = await guatu(...REPLAY, ...MAY, '--set', 'gap-red=-15pp', '--json')
      const byText = await guatu(...REPLAY, ...MAY, '--with', draft, '--json')
      expect([bySetting.code, byText.code]).toEqual([0, 0])
      expect(byText.out).toBe(bySetting.out)
      const [may] = JSON.parse(bySetting.out).periods
      expect(may).toMatchObject({ period: '2020-05', asOf: '2020-05-31', projects: 95 })
      expect(may.recoloured).toBeGreaterThan(0)
      const [light] = may.lights
      expect(light.before.reason.under ?? light.before.reason.over).toBeDefined()
      expect([light.before.colour, light.after.colour]).toEqual(['yellow', 'red'])
      expect(light.after.reason.under.cut).toEqual({ n: -15, d: 100 })
    },
    SLOW,
  )

  test(
    'a draft that is no plan: exit 2, each finding with line and column',
    async () => {
      const path = file('draft.yaml', 'scheme: x\nlights: [\n')
      const { code, out, err } = await guatu(...REPLAY, ...MAY, '--with', path)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`${path}:3:1`)
    },
    SLOW,
  )
})

test(
  'coverage names each clause with what runs it',
  async () => {
    const { code, out } = await guatu('coverage', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toContainEqual({ clause: 'XX-W1', by: 'light', refs: ['xixia/progress'] })
  },
  SLOW,
)

test(
  'the project table that it writes can be read by its own import; the bulletin is the same bytes twice',
  async () => {
    const table = join(dir, 'table.xlsx')
    expect((await guatu('document', 'project-table', ...ZHASHUI, '--out', table)).code).toBe(0)
    const { code, out } = await guatu('import', table, '--dry-run', '--json')
    expect([code, JSON.parse(out)]).toEqual([0, { accepted: 95, rejected: [] }])
    const [one, two] = [join(dir, '1.docx'), join(dir, '2.docx')]
    await guatu('document', 'bulletin', ...ZHASHUI, '--out', one)
    await guatu('document', 'bulletin', ...ZHASHUI, '--out', two)
    expect(readFileSync(one)).toEqual(readFileSync(two))
  },
  SLOW,
)

describe('import --dry-run', () => {
  test(
    'tells each row that cannot be read, exit 1',
    async () => {
      const path = file('rows.csv', '项目名称,累计支付(万元)\n甲工程,12\n乙工程,十二\n,5\n')
      const { code, out } = await guatu('import', path, '--dry-run', '--json')
      expect(code).toBe(1)
      const { accepted, rejected } = JSON.parse(out)
      expect(accepted).toBe(1)
      expect(rejected).toMatchObject([
        { sheet: 'rows', row: 3, column: 'B', code: 'cell.not-a-number' },
        { sheet: 'rows', row: 4, column: 'A', code: 'cell.missing' },
      ])
    },
    SLOW,
  )

  test(
    'a file that is none: exit 2 and one message',
    async () => {
      const { code, out, err } = await guatu('import', file('empty.xlsx', ''), '--dry-run', '--json')
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('文件是空的')
    },
    SLOW,
  )
})

test.each([
  [[]],
  [['nonsense']],
  [['toString']],
  [['evaluate', '--bogus']],
  [['evaluate', '--scheme', 'zhashui']],
  [['evaluate', '--scheme', 'nope', '--data', 'demo/zhashui', '--as-of', '2020-05-31']],
  [['evaluate', '--scheme', 'zhashui', '--data', 'nowhere', '--as-of', '2020-05-31']],
  [['evaluate', '--scheme', 'zhashui', '--data', 'demo/zhashui', '--as-of', '2020-02-30']],
  [['evaluate', ...ZHASHUI, '--known-at', '5']],
  [[...REPLAY, ...MAY]],
  [[...REPLAY, ...MAY, '--set', 'gap-red']],
  [[...REPLAY, ...MAY, '--set', 'gap-red=-5pp']],
  [[...REPLAY, '--from', '2020-05', '--to', '2020-Q2', '--set', 'gap-red=-15pp']],
  [['document', 'poster', ...ZHASHUI, '--out', 'x']],
  [['coverage', 'too', 'many']],
  [['import', 'no-such-file.xlsx', '--dry-run']],
])(
  'bad usage %j: exit 2, nothing on stdout',
  async args => {
    const { code, out, err } = await guatu(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
    expect(err).not.toContain('    at ')
  },
  SLOW,
)
