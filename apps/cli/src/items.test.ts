import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '@guatu/kernel'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'guatu-items-'))
afterAll(() => rmSync(dir, { recursive: true }))

const guatu = (...args: string[]) =>
  new Promise<{ readonly code: number; readonly out: string; readonly err: string }>(resolve => {
    const child = execFile(process.execPath, ['scripts/guatu.mjs', ...args], { cwd: root }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
const evaluated = () =>
  guatu('evaluate', '--scheme', 'xixia', '--data', dir, '--as-of', '2023-11-30', '--json')
const file = (name: string, lines: string) => writeFileSync(join(dir, name), lines)
const SLOW = 60_000

/** Two projects of the Xixia plan in its first whole month. */
const FOLDER = {
  'units.csv': 'id,name,kind\nu-edu,教育局,bureau\n',
  'projects.csv': 'id,name,lead_unit\na,实验学校,u-edu\nb,二期,u-edu\n',
  'memberships.csv':
    'project,list,year,annual_plan\na,own-batches,2023,12000000\nb,own-batches,2023,12000000\n',
  'returns.csv':
    'project,period,invest_ytd,stage,entered_on\na,2023-11,11000000,started,2023-11-02\nb,2023-11,0,prepare,\n',
  'visits.csv': 'role,on,project\nleader,2023-11-06,a\ninspector,2023-11-06,\ninspector,2023-11-20,\n',
  'evidence.csv': 'item,on,period\ntraining,2023-11-08,\ntask-ledger,2023-11-02,2023-10\n',
  'steps.csv': 'project,step,from,done\nb,filing,2023-11-01,2023-11-10\n',
  'deals.csv':
    'id,funnel,group,amount,reached.agreement,reached.contract,reached.signed\n1,signing,,500000000,2023-11-01,2023-11-20,\n2,signing,,100000000,2023-11-01,,\n3,expo,digital,30000000,,,2023-11-02\n',
  'money.csv':
    'id,source,cohort,allocated,paid\nm,central-budget,2023,1000000,300000 2023-11-01|200000 2023-11-20\n',
  'matters.csv': 'ladder,subject,raised\nlisted,实验学校,2023-11-15\n',
  'scored.csv': 'subject,period,given.growth-mark,given.funding-mark\nu-edu,2023,80,60\n',
}

test(
  'a folder with records answers every kind of item that the plan has, under one hash',
  async () => {
    for (const [name, lines] of Object.entries(FOLDER)) file(name, lines)
    const { code, out, err } = await evaluated()
    expect([code, err]).toEqual([0, ''])
    const { hash, ...answer } = JSON.parse(out)
    expect(createHash('sha256').update(canonicalJson(answer)).digest('hex')).toBe(hash)
    const of = (kind: string, id: string) => answer[kind].find((one: { id: string }) => one.id === id)
    expect(of('duties', 'leader-visits')).toMatchObject({ clause: '二(五)', met: 1, of: 2, state: 'short' })
    expect(of('duties', 'inspector-visits')).toMatchObject({ met: 1, state: 'met' })
    expect(of('duties', 'entered')).toMatchObject({ met: 1, of: 1, state: 'met' })
    expect(of('tasks', 'training')).toMatchObject({ have: 1, of: 2, state: 'open', due: '2023-12-31' })
    expect(of('documents', 'task-ledger')).toMatchObject({
      period: '2023-10',
      have: 1,
      state: 'done-late',
    })
    expect(of('procedures', 'unstarted-formalities').projects).toMatchObject([
      { project: 'b', done: 1, of: 6 },
    ])
    expect(of('funnels', 'signing').rates[0]).toMatchObject({ id: 'signed', value: { n: 1, d: 2 } })
    expect(of('funnels', 'expo').stages.map((one: { reached: number }) => one.reached)).toEqual([1, 1])
    expect(of('funds', 'budget-paid')).toMatchObject({
      rate: { n: 50_000_000, d: 100_000_000 },
      state: 'met',
    })
    expect(of('ladders', 'listed').matters).toMatchObject([{ step: 'listed-supervision', state: 'open' }])
    const [subject] = of('scores', 'assessment').subjects
    expect(subject.subject).toBe('u-edu')
    expect(subject.points.n / subject.points.d).toBe(35)
    const [board] = of('boards', 'three-boards').periods
    // 1100 of 2400 is under the line of the exposed.
    expect(board.rows).toMatchObject([{ subject: 'u-edu', place: 'expose' }])
    expect(answer.disclosures).toBeUndefined()
  },
  SLOW,
)

test(
  'a fault in a record is told with file, line and column',
  async () => {
    file('visits.csv', 'role,on\nleader,2023-11-31\n')
    const { code, out, err } = await evaluated()
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('visits.csv:2:on  data.value')
  },
  SLOW,
)
