import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Records } from '@guatu/domain'
import { parseScheme } from '@guatu/scheme'
import { describe, expect, test } from 'vitest'
import { readDataFolder } from '../read.ts'
import { RECORD_FILES } from './columns.ts'
import { readRecords } from './read.ts'

const HEAD = `
scheme: sample
name: 样本
nameEn: Sample
jurisdiction: { id: sample, name: 样本县, nameEn: Sample county }
source: { title: 样本方案, issuer: 样本县, issuerEn: Sample county }
inForce: { from: 2023-01-01, to: 2023-12-31 }
colours:
  - { id: red, name: 红, nameEn: red, mark: red, severity: 3, meaning: 差, meaningEn: bad }
  - { id: green, name: 绿, nameEn: green, mark: green, severity: 0, meaning: 好, meaningEn: good }
lists: [{ id: key, name: 重点, nameEn: Key, year: 2023 }]
units: [{ id: u-fin, name: 财政局, nameEn: Finance, kind: bureau }]
board: { tiles: [none], completion: null, starts: null }
`
const ITEMS = `
actions: [{ id: ladder, name: 督办, nameEn: L, steps: [{ id: remind, name: 提醒, nameEn: R, by: 办, byEn: office, on: responsible-unit }] }]
duties:
  - { id: go, name: 到场, nameEn: Go, kind: visits, role: leader, roleName: 领导, roleNameEn: leaders, every: month, atLeast: 1, of: jurisdiction }
  - { id: mend, name: 解决, nameEn: Mend, kind: clock, starts: 提出, startsEn: in, ends: 办结, endsEn: out, within: { days: 3 } }
tasks: [{ id: train, name: 培训, nameEn: T, owners: [财政局], evidence: 表, evidenceEn: sheet, every: month, because: 组织, becauseEn: work }]
procedures: [{ id: formal, name: 手续, nameEn: F, steps: [{ id: land, name: 用地, nameEn: land }] }]
funnels: [{ id: invite, name: 招商, nameEn: I, of: deals, stages: [{ id: signed, name: 签约, nameEn: S }, { id: landed, name: 落地, nameEn: L }] }]
funds: [{ id: award, name: 奖励, nameEn: A, kind: grant, per: 入库, perEn: entry, gives: [{ id: cash, name: 奖, nameEn: cash, amount: 40万元 }] }]
disclosures: [{ id: open, name: 公开, nameEn: O, channel: 网站, channelEn: site, pieces: [{ id: scale, name: 规模, nameEn: scale }] }]
`
const { parsed, findings } = parseScheme(`${HEAD}${ITEMS}`, 'sample.yaml')
if (!parsed) throw new Error(JSON.stringify(findings))
const { scheme } = parsed
const FACTS = readDataFolder(
  new Map([
    ['projects.csv', 'id,name\na,甲工程\n'],
    ['memberships.csv', 'project,list\na,key\n'],
  ]),
  scheme,
)
if (!FACTS.ok) throw new Error(JSON.stringify(FACTS.error))
const facts = FACTS.value
const read = (files: Readonly<Record<string, string>>) =>
  readRecords(new Map(Object.entries(files)), scheme, facts)

describe('each file of records is read', () => {
  test.each<[file: string, text: string, of: keyof Records, expected: object]>([
    [
      'visits.csv',
      'role,on,project\nleader,2023-05-06,a',
      'visits',
      { role: 'leader', on: '2023-05-06', project: 'a' },
    ],
    [
      'clocks.csv',
      'duty,subject,from,done,pauses\nmend,电力迁改,2023-05-01,2023-05-09,2023-05-02/2023-05-04 review|2023-05-06/',
      'clocks',
      {
        duty: 'mend',
        subject: '电力迁改',
        from: '2023-05-01',
        done: '2023-05-09',
        pauses: [{ from: '2023-05-02', to: '2023-05-04', why: 'review' }, { from: '2023-05-06' }],
      },
    ],
    [
      'evidence.csv',
      'item,on,period\ntrain,2023-06-02,2023-05',
      'evidence',
      { item: 'train', on: '2023-06-02', period: '2023-05' },
    ],
    [
      'steps.csv',
      'project,step,from\na,land,2023-05-01',
      'steps',
      { project: 'a', step: 'land', from: '2023-05-01' },
    ],
    [
      'deals.csv',
      'id,funnel,group,amount,arrived,reached.signed,reached.landed,lost\nd1,invite,new-energy,120000000,12.5,2023-03-01,,2023-05-01',
      'deals',
      {
        id: 'd1',
        funnel: 'invite',
        group: 'new-energy',
        amount: 12_000_000_000,
        arrived: 1250,
        reached: { signed: '2023-03-01' },
        lost: '2023-05-01',
      },
    ],
    [
      'money.csv',
      'id,source,cohort,unit,list,allocated,arrived,arrived_on,passed_on,paid\nm1,bonds,2023,u-fin,key,100,90,2023-03-01,50 2023-03-02|40 2023-03-05,',
      'money',
      {
        id: 'm1',
        source: 'bonds',
        cohort: 2023,
        unit: 'u-fin',
        list: 'key',
        allocated: 10_000,
        arrived: { amount: 9000, on: '2023-03-01' },
        passedOn: [
          { amount: 5000, on: '2023-03-02' },
          { amount: 4000, on: '2023-03-05' },
        ],
        paid: [],
      },
    ],
    [
      'awards.csv',
      'grant,unit,on\naward,u-fin,2023-05-01',
      'awards',
      { grant: 'award', unit: 'u-fin', on: '2023-05-01' },
    ],
    [
      'matters.csv',
      'ladder,subject,raised,occurrence,answered.remind,mended\nladder,甲工程,2023-05-01,2,2023-05-03,2023-05-09',
      'matters',
      {
        ladder: 'ladder',
        subject: '甲工程',
        raised: '2023-05-01',
        occurrence: 2,
        answered: { remind: '2023-05-03' },
        mended: '2023-05-09',
      },
    ],
    [
      'published.csv',
      'project,piece,on\na,scale,2023-05-01',
      'published',
      { project: 'a', piece: 'scale', on: '2023-05-01' },
    ],
    [
      'events.csv',
      'project,event,on\na,contract-signed,2023-05-01',
      'events',
      { project: 'a', event: 'contract-signed', on: '2023-05-01' },
    ],
    [
      'scored.csv',
      'subject,kind,period,exempt,given.done,given.new,given.types\nu-fin,bureau,2023-Q2,new|rush,86%,3,industry|livelihood',
      'scored',
      {
        subject: 'u-fin',
        kind: 'bureau',
        period: '2023-Q2',
        exempt: ['new', 'rush'],
        given: { done: '86%', new: 3, types: ['industry', 'livelihood'] },
      },
    ],
  ])('%s', (file, text, of, expected) => {
    const records = read({ [file]: text })
    expect(records.ok && records.value[of]).toEqual([expected])
  })

  test('none of them has to be there', () => {
    const records = read({})
    expect(records.ok && Object.values(records.value).every(all => all.length === 0)).toBe(true)
  })
})

test.each<[file: string, text: string, line: number, column: string | undefined, code: string]>([
  ['visits.csv', 'role,on\nguest,2023-05-06', 2, 'role', 'data.unknown-reference'],
  ['visits.csv', 'role,on,project\nleader,2023-05-06,z', 2, 'project', 'data.unknown-reference'],
  ['visits.csv', 'role,on,photo\n', 1, 'photo', 'data.unknown-column'],
  ['visits.csv', 'role\nleader', 1, 'on', 'data.missing-column'],
  ['clocks.csv', 'duty,subject,from\ngo,x,2023-05-01', 2, 'duty', 'data.unknown-reference'],
  ['clocks.csv', 'duty,subject,from,pauses\nmend,x,2023-05-01,2023-05-32/', 2, 'pauses', 'data.value'],
  ['evidence.csv', 'item,on\ngo,2023-05-06', 2, 'item', 'data.unknown-reference'],
  ['evidence.csv', 'item,on\ntrain,2023-02-30', 2, 'on', 'data.value'],
  ['steps.csv', 'project,step,from\n\na,fire,2023-05-01', 3, 'step', 'data.unknown-reference'],
  [
    'deals.csv',
    'id,funnel,reached.started\nd,invite,2023-05-01',
    2,
    'reached.started',
    'data.unknown-reference',
  ],
  ['deals.csv', 'id,funnel\nd,invite\nd,invite', 3, undefined, 'data.repeated'],
  ['money.csv', 'id,arrived\nm,5', 2, 'arrived_on', 'data.empty'],
  ['money.csv', 'id,arrived_on\nm,2023-05-01', 2, 'arrived', 'data.empty'],
  ['money.csv', 'id,paid\nm,5 2023-05-01|2023-05-02', 2, 'paid', 'data.value'],
  ['awards.csv', 'grant,unit,on\naward,u-none,2023-05-01', 2, 'unit', 'data.unknown-reference'],
  [
    'matters.csv',
    'ladder,subject,raised,occurrence\nladder,x,2023-05-01,twice',
    2,
    'occurrence',
    'data.value',
  ],
  ['matters.csv', 'ladder,subject,raised,occurrence\nladder,x,2023-05-01,0', 2, 'occurrence', 'data.value'],
  ['published.csv', 'project,piece,on\na,secret,2023-05-01', 2, 'piece', 'data.unknown-reference'],
  ['events.csv', 'project,event,on\na,,2023-05-01', 2, 'event', 'data.empty'],
  ['scored.csv', 'subject,period,kind\nu,2023-Q5,school', 2, 'kind', 'data.value'],
])('%s: %j is refused', (file, text, line, column, code) => {
  const records = read({ [file]: text })
  const faults = records.ok ? [] : records.error
  expect(faults).toContainEqual(expect.objectContaining({ file, line, column, code }))
  expect(faults.every(one => one.mend !== '')).toBe(true)
})

test('the guide for outsiders names every column of every file', () => {
  const guide = readFileSync(
    fileURLToPath(new URL('../../../../../docs/data-format.md', import.meta.url)),
    'utf8',
  )
  const told = new Set([...guide.matchAll(/`([a-zA-Z0-9_.]+)`/g)].map(match => match[1]))
  const columns = Object.values(RECORD_FILES).flatMap(one => [...one.required, ...one.optional])
  const names = [...columns, 'reached.x', 'answered.x', 'given.x']
  expect(names.filter(name => !told.has(name))).toEqual([])
  expect(Object.keys(RECORD_FILES).filter(file => !guide.includes(file))).toEqual([])
})
