import { routes } from '@guatu/contract'
import { appendBatch, factHistory, postFact, readScope, verifyChain, withScope } from '@guatu/store'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

const TODAY = '2020-05-31'
const address = 'http://10.1.2.3:8787'
const scope = { jurisdiction: 'zhashui', person: 'test', reads: 'all' as const }
const PASSWORD = 'a-password-of-one’s-own'

let world: World
let dispatcher: Client
let administrator: Client
beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  administrator = await world.as('zs-guanli')
})

const person = async (client: Client, id: string) =>
  (await client.get(routes.listPersons)).persons.find(one => one.id === id)
const add = (login: string, unit: string, head = false, by = administrator) =>
  by.call(routes.addPerson, {
    body: { name: `新人${login}`, login, unit, role: 'reporter', head, day: TODAY, address },
  })
/** Uses the slip up and stays signed in. */
async function enter(code: string): Promise<Client> {
  const client = world.nobody()
  await client.get(routes.redeemSlip, { body: { code, password: PASSWORD } })
  return client
}
async function newcomer(login: string, unit: string, head = false): Promise<Client> {
  const { status, body } = await add(login, unit, head)
  expect(status).toBe(200)
  return enter(body.slip.code)
}
const codeOf = ({ status, error }: { status: number; error?: { code: string } }) => [status, error?.code]

describe('a person is added', () => {
  test('with a post and a slip, signs in by it and is told of the post', async () => {
    const client = await newcomer('xin-ren', 'water')
    const { post, name } = await client.get(routes.whoAmI)
    expect([name, post.unit, post.role, post.head]).toEqual(['新人xin-ren', 'water', 'reporter', false])
    expect(await person(administrator, 'xin-ren')).toMatchObject({ login: 'xin-ren', state: 'active' })
  })

  test('once: the login of another, also of another jurisdiction, is refused', async () => {
    for (const login of ['zs-tianbao', 'xx-diaodu'])
      expect(codeOf(await add(login, 'water'))).toEqual([422, 'person.login-taken'])
    expect(codeOf(await add('Not A Login', 'water'))).toEqual([422, 'login.form'])
    expect(codeOf(await add('somebody', 'nowhere'))).toEqual([422, 'reorganise.unit-unknown'])
  })

  test('an administrator’s post is given by an administrator only', async () => {
    const body = { unit: 'county', role: 'administrator', head: false, day: TODAY }
    const params = { id: 'zs-lingdao' }
    expect(codeOf(await dispatcher.call(routes.addPost, { params, body }))).toEqual([403, 'post.not-allowed'])
    const { id } = await administrator.get(routes.addPost, { params, body })
    expect(codeOf(await administrator.call(routes.addPost, { params, body }))).toEqual([422, 'post.held'])
    const end = { params: { id }, body: { day: TODAY, reason: '调整分工' } }
    expect(codeOf(await dispatcher.call(routes.endPost, end))).toEqual([403, 'post.not-allowed'])
    await administrator.get(routes.endPost, end)
    expect(codeOf(await administrator.call(routes.endPost, end))).toEqual([404, 'request.not-found'])
  })

  test('a post cannot end before it began, nor tomorrow', async () => {
    const end = (day: string) =>
      administrator.call(routes.endPost, { params: { id: 'zs-zhenjie' }, body: { day, reason: '离任' } })
    expect(codeOf(await end('2020-06-01'))).toEqual([422, 'reorganise.day-ahead'])
    expect(codeOf(await end('2019-12-31'))).toEqual([409, 'reorganise.written-later'])
  })
})

describe('a clerk leaves', () => {
  test('posts and drafts go to the successor, sessions end at once, past entries keep the name', async () => {
    const leaver = await world.as('zs-tianbao')
    const second = postFact(
      { id: 'second', person: 'zs-tianbao', unit: 'transport', role: 'reporter', head: true },
      '2020-01-01',
    )
    await withScope(world.database, scope, tx => appendBatch(tx, { facts: [second] }))
    const csv = '项目名称,2020年5月累计完成投资（万元）\n凤凰镇雨污分流管网,9230\n'
    const draft = await leaver.get(routes.uploadImport, { file: { name: '五月.csv', bytes: csv } })
    const page = await leaver.get(routes.getProject, { params: { id: 'zs-001' } })
    await leaver.get(routes.saveReturn, {
      body: {
        project: 'zs-001',
        period: '2020-05',
        figures: { progress: '主管已通水' },
        seen: page.trail[0]?.seq ?? 0,
        key: 'before-leaving',
      },
    })
    const successor = await newcomer('jie-ban', 'housing')
    const handOver = (to: string, by = administrator) =>
      by.call(routes.handOverPosts, {
        params: { id: 'zs-tianbao' },
        body: { to, day: TODAY, reason: '调离' },
      })
    expect(codeOf(await handOver('zs-tianbao'))).toEqual([422, 'person.self-successor'])
    expect(codeOf(await handOver('nobody'))).toEqual([404, 'request.not-found'])
    const done = await handOver('jie-ban')
    expect(done.body).toEqual({ posts: 2, drafts: 1, sessions: 1 })

    expect((await leaver.call(routes.whoAmI)).status).toBe(401)
    const signIn = { body: { account: 'zs-tianbao', password: 'guatu-demo' } }
    expect((await world.nobody().call(routes.signIn, signIn)).status).toBe(401)
    const me = await successor.get(routes.whoAmI)
    expect(me.posts.map(post => [post.unit, post.head]).sort()).toEqual([
      ['housing', false],
      ['transport', true],
    ])
    expect((await successor.get(routes.listBatches)).open.map(one => one.id)).toEqual([draft.id])
    expect((await successor.get(routes.getImport, { params: { id: draft.id } })).file.name).toBe('五月.csv')
    const after = await successor.get(routes.getProject, { params: { id: 'zs-001' } })
    expect(after.trail[0]).toMatchObject({ enteredBy: '人员乙', figures: { progress: '主管已通水' } })
    expect(await person(administrator, 'zs-tianbao')).toMatchObject({ state: 'closed', mayReset: false })
    expect(codeOf(await handOver('jie-ban'))).toEqual([422, 'person.no-posts'])
  })

  test('not oneself, and a dispatcher hands over no administrator', async () => {
    const body = { to: 'zs-ducha', day: TODAY, reason: '调离' }
    const ask = (by: Client, id: string) => by.call(routes.handOverPosts, { params: { id }, body })
    expect(codeOf(await ask(administrator, 'zs-guanli'))).toEqual([422, 'person.self'])
    expect(codeOf(await ask(dispatcher, 'zs-guanli'))).toEqual([403, 'post.not-allowed'])
    expect((await administrator.call(routes.whoAmI)).status).toBe(200)
  })
})

describe('a password is reset', () => {
  const reset = (by: Client, id: string) =>
    by.call(routes.resetPassword, { params: { id }, body: { address } })

  test('by the unit’s head for the own unit: old password and sessions are void, the slip lets in', async () => {
    const head = await newcomer('zhang', 'culture-tourism', true)
    const clerk = await newcomer('kejian', 'culture-tourism')
    const listed = (await head.get(routes.listPersons)).persons
    expect(listed.map(one => [one.id, one.mayReset])).toEqual([
      ['kejian', true],
      ['zhang', false],
    ])
    const { body } = await reset(head, 'kejian')
    expect(body.slip.link).toMatch(/^http:\/\/10\.1\.2\.3:8787\/login\?code=/)
    expect((await clerk.call(routes.whoAmI)).status).toBe(401)
    const old = { body: { account: 'kejian', password: PASSWORD } }
    expect((await world.nobody().call(routes.signIn, old)).status).toBe(401)
    expect(await person(head, 'kejian')).toMatchObject({ state: 'slip' })
    const again = await enter(body.slip.code)
    expect((await again.get(routes.whoAmI)).account).toBe('kejian')

    const log = (await administrator.get(routes.listPersons)).log[0]
    expect(log).toMatchObject({ event: 'password-reset', by: '新人zhang', person: '新人kejian' })
    const kept = await readScope(world.database, scope, tx => factHistory(tx, 'audit'))
    expect(JSON.stringify(kept)).not.toContain(body.slip.code)
  })

  test('by nobody above, beside or for oneself, and by no other clerk', async () => {
    const head = await newcomer('zhang-er', 'health', true)
    const beside = await newcomer('zhang-san', 'health', true)
    const clerk = await newcomer('kejian-er', 'health')
    const refused = [403, 'post.not-allowed']
    for (const target of [
      'zhang-san',
      'zhang-er',
      'zs-diaodu',
      'zs-lingdao',
      'zs-guanli',
      'zs-zhenjie',
      'nobody',
    ])
      expect([target, ...codeOf(await reset(head, target))]).toEqual([target, ...refused])
    expect(codeOf(await reset(clerk, 'zhang-er'))).toEqual(refused)
    expect((await beside.call(routes.whoAmI)).status).toBe(200)
    expect((await dispatcher.call(routes.whoAmI)).status).toBe(200)
  })

  test('by dispatcher and administrator for all, but for nobody of another jurisdiction', async () => {
    expect((await reset(dispatcher, 'zs-zhenjie')).status).toBe(200)
    expect((await reset(administrator, 'zs-zhenjie')).status).toBe(200)
    for (const by of [dispatcher, administrator])
      expect(codeOf(await reset(by, 'xx-diaodu'))).toEqual([404, 'request.not-found'])
  })
})

test('one’s own password is changed with the old one, and other sessions end', async () => {
  const client = await newcomer('zi-ji', 'water')
  const other = world.nobody()
  await other.signIn('zi-ji', PASSWORD)
  const change = (old: string, password: string) =>
    client.call(routes.changePassword, { body: { old, password } })
  expect(codeOf(await change('guess', 'long-enough-1'))).toEqual([422, 'password.wrong'])
  expect(codeOf(await change(PASSWORD, 'nine-char'))).toEqual([422, 'password.too-short'])
  expect((await change(PASSWORD, 'ten-chars-')).status).toBe(200)
  expect((await other.call(routes.whoAmI)).status).toBe(401)
  expect((await client.call(routes.whoAmI)).status).toBe(200)
  await world.nobody().signIn('zi-ji', 'ten-chars-')
})

test('the ledger’s chain holds after all of it, and a request of a part cannot read the audit', async () => {
  expect(await readScope(world.database, scope, verifyChain)).toMatchObject({ ok: true })
  const part = { jurisdiction: 'zhashui', person: 'x', reads: { units: ['housing'] } }
  const seen = await readScope(world.database, part, tx =>
    sql<{ word: string }>`select word from fact where word in ('audit', 'unit')`.execute(tx.db),
  )
  expect(new Set(seen.rows.map(row => row.word))).toEqual(new Set(['unit']))
})
