import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes, SETUP_CODE } from '@guatu/contract'
import type { Database } from '@guatu/store'
import { testDatabase } from '@guatu/store/testing'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadDemo } from '../demo/load.ts'
import { loadSchemes, readSchemes } from '../scheme/load.ts'
import { Client } from '../testing/client.ts'
import { serverFor } from '../testing/world.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const schemeDirs = [join(root, 'schemes')]
const CODE = 'ABCD-EFGH-JKLM'
// Later than the database's own clock, by which sessions end.
const NOW = Date.UTC(2096, 5, 15)
const code = { headers: { [SETUP_CODE]: CODE } }

async function emptyInstallation() {
  const database: Database = await testDatabase()
  const { schemes } = await readSchemes(schemeDirs)
  const loads = async () =>
    loadDemo(database, join(root, 'demo'), (await loadSchemes(database, schemeDirs)).schemes)
  const { url } = await serverFor(database, {
    now: () => NOW,
    setup: { code: CODE, schemes, loadDemo: loads },
  })
  return { database, client: new Client(url), url }
}

const BEGIN = {
  region: '610926',
  name: '平利县',
  bureau: '平利县发展和改革局',
  person: '李明',
  login: 'liming',
  password: 'a long enough one',
}

/** What a clerk sends: the template, opened, written into and saved. */
async function filled(client: Client, write: (book: ExcelJS.Workbook) => void) {
  const answer = await client.fetch(routes.getTemplate, { params: { kind: 'roster' } })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  write(book)
  return { name: '单位和人员.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }
}

const PEOPLE = (book: ExcelJS.Workbook) => {
  book.getWorksheet('单位')?.addRow(['住房和城乡建设局', '部门', null, '住建局'])
  book.getWorksheet('单位')?.addRow(['城关镇', '镇街', null, null])
  book.getWorksheet('人员岗位')?.addRow(['王芳', 'wangfang', '住建局', '填报', '13900000000'])
  book.getWorksheet('人员岗位')?.addRow(['赵强', null, '城关镇', '填报', null])
}

describe('an empty installation', () => {
  let world: Awaited<ReturnType<typeof emptyInstallation>>
  beforeAll(async () => {
    world = await emptyInstallation()
  })

  test('tells nobody more than that it is one, without the code', async () => {
    const { client } = world
    expect(await client.get(routes.setupState)).toEqual({ open: true })
    const wrong: Record<string, string>[] = [{}, { [SETUP_CODE]: 'ABCD-EFGH-JKLN' }]
    for (const headers of wrong) {
      const { status, error } = await client.call(routes.setupProgress, { headers })
      expect([status, error.code]).toEqual([401, 'setup.wrong-code'])
    }
    expect(
      (await client.call(routes.setupProgress, { headers: { [SETUP_CODE]: 'abcdefghjklm' } })).status,
    ).toBe(200)
  })

  test('names provinces, cities and counties, and leaves out what is only counted', async () => {
    const { client } = world
    const below = async (parent?: string) => {
      const { regions } = await client.get(routes.setupRegions, { ...code, query: parent ? { parent } : {} })
      return regions
    }
    expect(await below()).toHaveLength(34)
    expect(await below('610000')).toContainEqual({ code: '610900', name: '安康市' })
    expect(await below('610900')).toContainEqual({ code: '610926', name: '平利县' })
    expect((await below('620200')).map(one => one.name)).not.toContain('市辖区')
    expect(await below('610926')).toEqual([])
  })

  test('refuses a plan before there is a region, a short password and a login that cannot be typed', async () => {
    const { client } = world
    const refusal = async (route: typeof routes.setupPlan | typeof routes.setupBegin, body: object) =>
      (await client.call(route, { ...code, body })).error.code
    expect(await refusal(routes.setupPlan, { kind: 'blank', year: 2096 })).toBe('setup.not-begun')
    expect(await refusal(routes.setupBegin, { ...BEGIN, password: 'nine char' })).toBe('password.too-short')
    expect(await refusal(routes.setupBegin, { ...BEGIN, login: '李明' })).toBe('login.form')
    expect((await client.get(routes.setupProgress, code)).jurisdiction).toBeNull()
  })

  test('keeps each step: region and first account, then the plan, which signs in and closes the door', async () => {
    const { client, url } = world
    const begun = await client.get(routes.setupBegin, { ...code, body: BEGIN })
    expect(begun.jurisdiction).toEqual({ id: 'r610926', name: '平利县' })
    expect((await client.call(routes.setupBegin, { ...code, body: BEGIN })).error.code).toBe('setup.begun')
    expect((await client.call(routes.setupDemo, code)).error.code).toBe('setup.begun')

    const later = await new Client(url).get(routes.setupProgress, code)
    expect([later.jurisdiction?.name, later.login, later.year]).toEqual(['平利县', 'liming', 2096])
    expect(later.plans.every(plan => !plan.own)).toBe(true)

    const as = (plan: object) => client.call(routes.setupPlan, { ...code, body: plan })
    expect((await as({ kind: 'as-is', plan: 'zhashui', year: 2096 })).error.code).toBe('setup.no-plan')
    expect((await as({ kind: 'copy', plan: 'nowhere', year: 2096 })).error.code).toBe('setup.no-plan')
    const { body } = await as({ kind: 'copy', plan: 'zhashui', year: 2096 })
    expect(body.left).toEqual(['重点项目完成投资', '十四五规划项目储备'])
    expect(body.me).toMatchObject({ account: 'liming', name: '李明', today: '2096-06-15' })
    expect(body.me.posts.map(post => [post.role, post.unitName])).toEqual([
      ['dispatcher', '平利县发展和改革局'],
      ['administrator', '平利县发展和改革局'],
    ])
    expect(body.me.vocabulary?.lists).toMatchObject([{ id: 'key', year: 2096 }])

    expect(await client.get(routes.setupState)).toEqual({ open: false })
    for (const route of [routes.setupProgress, routes.setupBegin, routes.setupPlan, routes.setupDemo]) {
      const body = route.method === 'GET' ? {} : { body: BEGIN }
      const { status, error } = await new Client(url).call(route, { ...code, ...body })
      expect([status, error.code]).toEqual([404, 'setup.closed'])
    }
    const again = new Client(url)
    await again.signIn('liming', 'a long enough one')
  })

  test('takes units and people from the template, the second time nothing new', async () => {
    const { client } = world
    const file = await filled(client, PEOPLE)
    const preview = await client.get(routes.checkRoster, { file })
    expect(preview.findings).toEqual([])
    expect(
      preview.units.map(unit => `${'-'.repeat(unit.depth)}${unit.name} ${unit.kind} ${unit.isNew}`),
    ).toEqual([
      '平利县人民政府 本级政府 false',
      '-平利县发展和改革局 部门 false',
      '-住房和城乡建设局 部门 true',
      '-城关镇 镇街 true',
    ])
    expect((await client.get(routes.firstSteps)).units).toBe(2)
    expect((await client.get(routes.saveRoster, { file })).counts).toEqual({
      units: 4,
      newUnits: 2,
      people: 3,
      newPeople: 2,
      posts: 4,
    })
    expect((await client.get(routes.saveRoster, { file })).counts).toMatchObject({
      newUnits: 0,
      newPeople: 0,
      posts: 4,
    })
    const { holders } = await client.get(routes.listSlips)
    expect(holders.map(one => [one.login, one.name, one.unitName, one.state])).toEqual(
      [
        ['p001', '赵强', '城关镇', 'none'],
        ['wangfang', '王芳', '住房和城乡建设局', 'none'],
        ['liming', '李明', '平利县发展和改革局', 'used'],
      ].sort(
        (a, b) => holders.findIndex(one => one.login === a[0]) - holders.findIndex(one => one.login === b[0]),
      ),
    )
  })

  test('writes nothing of a roster in which one cell is wrong, and names the cell', async () => {
    const { client } = world
    const file = await filled(client, book => {
      book.getWorksheet('单位')?.addRow(['水利局', '部门', null, null])
      book.getWorksheet('人员岗位')?.addRow(['钱', 'qian', '水利局', '县长', null])
    })
    const { findings } = await client.get(routes.checkRoster, { file })
    const at = findings.map(({ sheet, column, code: what }) => [sheet, column, what])
    expect(at).toEqual([['人员岗位', 'D', 'roster.unknown-role']])
    expect(findings[0]?.zh).toContain('“县长”不认识')
    expect((await client.call(routes.saveRoster, { file })).error.code).toBe('roster.findings')
    expect((await client.get(routes.firstSteps)).units).toBe(4)
  })

  test.each([
    ['no file at all', new Uint8Array(), 'file.refused'],
    ['a text', new TextEncoder().encode('项目名称\n甲'), 'findings'],
    ['a broken zip', new Uint8Array([80, 75, 3, 4, 1, 2, 3]), 'file.refused'],
  ])('tells what is wrong with %s', async (_, bytes, expected) => {
    const { client } = world
    const { status, body, error } = await client.call(routes.checkRoster, { file: { name: 'a.xlsx', bytes } })
    expect(status).toBeLessThan(500)
    expect(error?.code ?? (body.findings.length > 0 ? 'findings' : 'nothing')).toBe(expected)
  })

  test('refuses 30,000 rows with a clear word', async () => {
    const { client } = world
    const file = await filled(client, book => {
      for (let i = 0; i < 30_000; i += 1) book.getWorksheet('单位')?.addRow([`单位${i}`, '部门', null, null])
    })
    const { status, error } = await client.call(routes.saveRoster, { file })
    expect([status, error.code]).toEqual([422, 'file.refused'])
    expect(error.zh).toContain('行数过多')
    expect((await client.get(routes.firstSteps)).units).toBe(4)
  }, 60_000)

  test('gives slips: read, used once with an own password, void when replaced', async () => {
    const { client, url } = world
    const issue = (body: object) => client.call(routes.issueSlips, { body })
    const address = 'http://10.1.2.3:8787/'
    const { body } = await issue({ address })
    expect(body.slips.map(slip => slip.login).sort()).toEqual(['p001', 'wangfang'])
    const first = body.slips.find(slip => slip.login === 'wangfang')
    expect(first?.link).toBe(`http://10.1.2.3:8787/login?code=${first?.code}`)
    expect(first?.code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    expect(first?.expiresAt).toBe('2096-06-29T00:00:00.000Z')

    const second = (await issue({ address, logins: ['wangfang'] })).body.slips[0]
    const reporter = new Client(url)
    const read = (slip: string) => reporter.call(routes.readSlip, { body: { code: slip } })
    const redeem = (slip: string, password: string) =>
      reporter.call(routes.redeemSlip, { body: { code: slip, password } })
    expect((await read(first?.code ?? '')).error.code).toBe('slip.void')
    expect((await read(second?.code.toLowerCase().replaceAll('-', ' ') ?? '')).body).toEqual({
      login: 'wangfang',
      name: '王芳',
      unitName: '住房和城乡建设局',
      jurisdictionName: '平利县',
    })
    expect((await redeem(second?.code ?? '', 'nine char')).error.code).toBe('password.too-short')
    const { body: me } = await redeem(second?.code ?? '', '十个字的口令也算够长')
    expect([me.account, me.post.role, me.post.unitName]).toEqual(['wangfang', 'reporter', '住房和城乡建设局'])
    expect((await redeem(second?.code ?? '', 'another good one')).error.code).toBe('slip.void')
    await new Client(url).signIn('wangfang', '十个字的口令也算够长')
    expect((await issue({ address, logins: ['wangfang'] })).error.code).toBe('slip.used')
    expect((await issue({ address, logins: ['nobody'] })).error.code).toBe('request.not-found')
    expect((await issue({ address: 'javascript:alert(1)' })).error.code).toBe('request.invalid')
    expect((await client.get(routes.firstSteps)).slips).toEqual({ none: 0, issued: 1, used: 2 })
  })

  test('slows down who guesses codes', async () => {
    const client = new Client(world.url)
    const guess = async () => (await client.call(routes.readSlip, { body: { code: 'ABCD' } })).status
    const answers: number[] = []
    for (let i = 0; i < 6; i += 1) answers.push(await guess())
    expect(answers.at(-1)).toBe(429)
  })

  test('the roster template comes back with all that is known', async () => {
    const file = await filled(world.client, () => undefined)
    const { counts, findings } = await world.client.get(routes.checkRoster, { file })
    expect([findings, counts.newUnits, counts.newPeople, counts.posts]).toEqual([[], 0, 0, 4])
  })
})

describe('the plan', () => {
  const chosen = async (begin: object, plan: object) => {
    const { client } = await emptyInstallation()
    await client.get(routes.setupBegin, { ...code, body: { ...BEGIN, ...begin } })
    return { client, answer: await client.get(routes.setupPlan, { ...code, body: plan }) }
  }

  test('may be the one issued for that region, as it is', async () => {
    const { client, answer } = await chosen(
      { region: '611026', name: '柞水县' },
      { kind: 'as-is', plan: 'zhashui', year: 2020 },
    )
    expect(answer.me.vocabulary?.scheme).toBe('zhashui')
    expect(readFileSync(join(root, 'schemes/zhashui/scheme.yaml'), 'utf8')).toContain(
      answer.me.vocabulary?.name ?? 'none',
    )
    expect((await client.get(routes.firstSteps)).plan).toBe('柞水县重点项目稳投资')
  })

  test('may be blank, for a zone without a code', async () => {
    const { client, answer } = await chosen(
      { region: undefined, name: '滨江经济开发区' },
      { kind: 'blank', year: 2096, list: '年度重点项目' },
    )
    expect(answer.me.vocabulary?.lists.map(list => list.name)).toEqual(['年度重点项目'])
    expect(answer.me.vocabulary?.units.map(unit => unit.name)).toContain('滨江经济开发区管理委员会')
    expect((await client.get(routes.getWarRoom)).total.projects).toBe(0)
  })
})

describe('instead of own data', () => {
  test('the demo can be loaded, and then nothing is set up any more', async () => {
    const { client } = await emptyInstallation()
    const { accounts } = await client.get(routes.setupDemo, code)
    expect(accounts.map(one => one.login)).toContain('zs-diaodu')
    await client.signIn('zs-diaodu', 'guatu-demo')
    expect(await client.get(routes.setupState)).toEqual({ open: false })
  })
})
