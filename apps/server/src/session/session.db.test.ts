import { ERRORS, routes } from '@guatu/contract'
import { appendBatch, postFact, withScope } from '@guatu/store'
import { beforeAll, expect, test } from 'vitest'
import { demoWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await demoWorld()
})

test('a session lives from sign in to sign out, in a cookie that no script reads', async () => {
  const client = world.nobody()
  const { headers, body } = await client.call(routes.signIn, {
    body: { account: 'zs-diaodu', password: 'guatu-demo' },
  })
  expect(body.post).toMatchObject({ role: 'dispatcher', unit: 'development-reform', jurisdiction: 'zhashui' })
  expect(body.today).toBe('2020-05-31')
  expect(headers.getSetCookie()).toHaveLength(2)
  for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
  expect((await client.get(routes.whoAmI)).account).toBe('zs-diaodu')

  const stolen = { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  expect((await world.nobody().call(routes.whoAmI, { headers: stolen })).status).toBe(200)
  await client.get(routes.signOut)
  expect((await world.nobody().call(routes.whoAmI, { headers: stolen })).status).toBe(401)
})

test('a wrong password and an unknown account are told alike', async () => {
  const ask = (account: string) =>
    world.nobody().call(routes.signIn, { body: { account, password: 'wrong' } })
  const [known, unknown] = [await ask('zs-ducha'), await ask('no-such-account')]
  expect(known.status).toBe(401)
  expect(known.error).toEqual(unknown.error)
  expect(known.error).toEqual({
    code: 'session.wrong',
    zh: ERRORS['session.wrong'].zh,
    en: ERRORS['session.wrong'].en,
  })
})

test('after five wrong tries even the right password must wait, for that account only', async () => {
  const ask = (account: string, password: string) =>
    world.nobody().call(routes.signIn, { body: { account, password } })
  for (let i = 0; i < 5; i++) expect((await ask('zs-zhenjie', 'guess')).status).toBe(401)
  const { status, error, headers } = await ask('zs-zhenjie', 'guatu-demo')
  expect([status, error.code]).toEqual([429, 'session.slow-down'])
  expect(error.zh).toMatch(/[12] 秒后/)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('zs-lingdao', 'guatu-demo')).status).toBe(200)
})

test('a page of another site cannot write: the header is missing there', async () => {
  const client = await world.as('zs-diaodu')
  const { status, error } = await client.call(routes.signOut, { headers: { 'x-guatu': '' } })
  expect([status, error.code]).toEqual([400, 'request.invalid'])
  expect((await client.call(routes.whoAmI)).status).toBe(200)
})

test('one person changes between own posts, and to no other', async () => {
  const scope = { jurisdiction: 'zhashui', person: 'system', reads: 'all' as const }
  const second = { id: 'second', person: 'zs-tianbao', unit: 'county', role: 'leader' }
  await withScope(world.database, scope, tx => appendBatch(tx, { facts: [postFact(second, '2020-01-01')] }))
  const client = await world.as('zs-tianbao')
  expect((await client.get(routes.whoAmI)).posts.map(post => post.id)).toEqual(['second', 'zs-tianbao'])
  expect((await client.get(routes.changePost, { body: { post: 'second' } })).post.role).toBe('leader')
  expect((await client.get(routes.listProjects)).total).toBe(95)
  expect((await client.get(routes.changePost, { body: { post: 'zs-tianbao' } })).post.role).toBe('reporter')
  const refused = await client.call(routes.changePost, { body: { post: 'zs-diaodu' } })
  expect([refused.status, refused.error.code]).toEqual([403, 'post.not-yours'])
  expect((await client.get(routes.whoAmI)).post.id).toBe('zs-tianbao')
})

test('an administrator is told who holds which post, and no plan', async () => {
  const client = await world.as('zs-guanli')
  expect((await client.get(routes.whoAmI)).vocabulary).toBeNull()
  const { posts, units } = await client.get(routes.postList)
  expect(posts).toContainEqual({
    id: 'zs-diaodu',
    person: 'zs-diaodu',
    personName: '人员甲',
    account: 'zs-diaodu',
    role: 'dispatcher',
    unit: 'development-reform',
  })
  expect(units.map(unit => unit.id)).toContain('county')
  expect(new Set(posts.map(post => post.account.slice(0, 3)))).toEqual(new Set(['zs-']))
})
