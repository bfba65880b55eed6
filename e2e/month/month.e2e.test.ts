import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { approve, asKnownThen, issueBulletin, propose, tiles } from './after.ts'
import { dayIs, guatu } from './cli.ts'
import { dropFiles } from './drop.ts'
import { type Line, lineOf, linesOf, shown } from './figures.ts'
import { acceptAll, chase, close, followsNotice, openPeriod, reminded, sendBack, unitSays } from './office.ts'
import { excelBlock, pasteBlock } from './paste.ts'
import { fillOnPhone, PHONE } from './phone.ts'
import { because, explain, namesInGrid, open, row, state, submit, typeDown } from './sheet.ts'

/** The week of the provincial new ones and of the government list, and the month of all the others. */
const WEEK = '2023-W30'
const MONTH = '2023-07'
const isMonthly = (list: string) => !['province-major', 'city-backed'].includes(list)
/** 万元 that the audit of one settlement took off: a sum that falls, for a reason. */
const SETTLED = 12
/** The sentence for the chat group, as of the period. */
const DONE = /累计完成投资([\d.]+)亿元/
const MISSING = ['市农业农村局', '市卫生健康委', '市文旅局', '市水务局']

let desk: Desk
let office: Page
let industry: Page
let housing: Page
let estate: Page

beforeAll(async () => {
  desk = await openDesk()
  office = await desk.signedIn('jyg-diaodu')
  industry = await desk.signedIn('jyg-gongxin')
  housing = await desk.signedIn('jyg-tianbao')
  estate = await desk.signedIn('jyg-fangchan', PHONE)
})
afterAll(() => desk?.close())

/** One turn of a month, as long as people sit before it; a picture of every desk is kept where it stops. */
const step = (name: string, page: () => Page, steps: () => Promise<void>) =>
  watched(page(), `month-${name}`, steps)

it("plays July for Jiayuguan's five lists", async () => {
  const { dataDir } = desk
  const today = (day: string) => dayIs(dataDir, day)

  await step(
    'week',
    () => industry,
    async () => {
      await today('2023-07-28')
      await reminded(office, WEEK, 8)
      await followsNotice(industry, '2023年第30周')
      const names = await namesInGrid(industry)
      expect(names.map(name => lineOf(name).lists.includes('province-major'))).toEqual([
        true,
        true,
        true,
        true,
      ])
      await typeDown(
        industry,
        names.map(name => shown(Math.max(lineOf(name).july - 3, 0))),
      )
      await explain(industry, '周内集中计量')
      await submit(industry)
      await state(industry, 'submitted')
    },
  )

  await step(
    'government week',
    () => housing,
    async () => {
      await open(housing, 'housing', WEEK)
      await housing.getByRole('button', { name: say('sheet.fill-last'), exact: true }).click()
      await explain(housing, '本周无新增计量')
      await submit(housing)
      await state(housing, 'submitted')
      await acceptAll(office, WEEK, 2)
    },
  )

  await step(
    'remind',
    () => estate,
    async () => {
      await today('2023-08-01')
      await reminded(office, MONTH, 9)
      await unitSays(office, '市工信局', say('sheet.state.open'), say('periods.timely.not-due'))
      await followsNotice(estate, '2023年7月报送')
    },
  )

  await step(
    'phone',
    () => estate,
    async () => {
      await fillOnPhone(estate)
      await explain(estate, '按合同节点计量')
      await submit(estate)
      await state(estate, 'submitted')
    },
  )

  await step(
    'paste',
    () => industry,
    async () => {
      await open(industry, 'industry', MONTH)
      const lines = linesOf('industry').filter(line => line.nature !== 'preparatory')
      const weekly = lines.filter(line => line.nature === 'new' && !line.lists.some(isMonthly))
      expect(weekly.length).toBe(3)
      const [reduced, wrong] = [lines[1], lines[5]]
      const written = (line: Line) =>
        line === wrong ? '约300' : shown(line === reduced ? line.june - SETTLED : line.july)
      await pasteBlock(industry, excelBlock(lines, written), 2 * (lines.length - weekly.length) - 1, weekly)
      if (wrong) {
        await row(industry, wrong.name).locator('td[aria-colindex="2"]').click()
        await industry.keyboard.type(String(wrong.july))
        await industry.keyboard.press('Enter')
      }
      await industry.getByRole('button', { name: say('sheet.fill-last'), exact: true }).click()
      await says(
        industry.locator('#warnings'),
        reduced?.name ?? '',
        say('sheet.warnings-left', { left: 1, all: 1 }),
      )
      await explain(industry, '结算审计核减')
      await submit(industry)
      await state(industry, 'submitted')
    },
  )

  await step(
    'files',
    () => office,
    async () => {
      await dropFiles(office, [
        ['transport', '市交通运输局'],
        ['education', '市教育局'],
      ])
    },
  )

  await step(
    'return',
    () => housing,
    async () => {
      await open(housing, 'housing', MONTH)
      await housing.getByRole('button', { name: say('sheet.fill-last'), exact: true }).click()
      await explain(housing, '本月无新增计量')
      await submit(housing)
      await state(housing, 'submitted')
      await sendBack(office, 'housing', MONTH, '各项目本月都有进度，累计数不能与上月相同')
      await followsNotice(housing, '2023年7月报送被退回')
      await says(housing.locator('.sheet-back'), '市发展改革委 人员甲', '累计数不能与上月相同')
      await typeDown(
        housing,
        (await namesInGrid(housing)).map(name => shown(lineOf(name).july)),
      )
      await explain(housing, '已按监理计量单改正')
      await because(housing, '上次误按上月数带出')
      await submit(housing)
      await state(housing, 'submitted')
    },
  )

  await step(
    'accept',
    () => office,
    async () => {
      await acceptAll(office, MONTH, 3, say('accept.warnings', { count: 1 }))
    },
  )

  await step(
    'close',
    () => office,
    async () => {
      await today('2023-08-08')
      await openPeriod(office, MONTH)
      await unitSays(office, '市水务局', say('periods.timely.missing', { count: 2 }))
      await unitSays(office, '市教育局', say('periods.behalf', { by: '人员甲' }))
      await chase(office, '今日下班前报齐')
      await close(office, MONTH, MISSING)
    },
  )

  let frozen: string[] = []
  await step(
    'bulletin',
    () => office,
    async () => {
      frozen = await asKnownThen(office, MONTH)
      const [, done] = DONE.exec(await office.getByRole('main').innerText()) ?? []
      expect(await issueBulletin(office, MONTH, '嘉发改')).toContain(`累计完成${done}亿元`)
    },
  )

  await step(
    'correct',
    () => housing,
    async () => {
      await today('2023-09-01')
      const reason = '复核监理计量单'
      const project = '雄关街道生活垃圾转运站'
      const to = shown(lineOf(project).july - 1_000)
      await propose(housing, 'housing', MONTH, { project, to, reason })
      await approve(housing, office, reason)
    },
  )

  await step(
    'as known then',
    () => office,
    async () => {
      expect(await asKnownThen(office, MONTH)).toEqual(frozen)
      await office.goto('/?asOf=2023-07-31')
      expect(await tiles(office)).not.toEqual(frozen)
      expect(await guatu(dataDir, 'verify')).toContain('0 个问题')
    },
  )
}, 240_000)
