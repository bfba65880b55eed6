import { errorBody, type Route, routes } from '@guatu/contract'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

let world: World
const clients: Client[] = []
beforeAll(async () => {
  world = await demoWorld()
  for (const login of ['zs-diaodu', 'zs-tianbao', 'zs-guanli']) clients.push(await world.as(login))
})

/** What people, old links and scanners send, beside plain noise. */
const word = fc.oneof(
  fc.constantFrom(
    ...['', '0', '-1', '1e309', '9007199254740993', '2020-05-31', '2020-02-30', '2020-13', 'null', 'zs-001'],
    ...[
      '../../etc/passwd',
      "' or 1=1 --",
      '%00',
      '\u0000',
      '{"$ne":1}',
      '__proto__',
      'constructor',
      '涉密',
      'a,b',
    ],
    ...['jurisdiction', 'list:key', 'key', 'progress', 'start-rate'],
  ),
  fc.string({ maxLength: 40 }),
)
const names = [
  'asOf',
  'knownAt',
  'q',
  'list',
  'unit',
  'page',
  'size',
  'sort',
  'project',
  'rule',
  'indicator',
  'scope',
]
const body = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record(
    {
      account: word,
      password: word,
      post: word,
      project: word,
      period: word,
      figures: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.double(), fc.constant(null))),
      seen: fc.oneof(fc.integer(), fc.double()),
      key: fc.string({ minLength: 8, maxLength: 64 }),
      sheet: word,
      decisions: fc.dictionary(word, word),
      columns: fc.array(fc.record({ column: fc.integer(), field: word, unit: word })),
    },
    { requiredKeys: [] },
  ),
)

const SIGNS_OUT = new Set(['signOut'])
const ALL = (Object.entries(routes) as [string, Route][]).filter(([name]) => !SIGNS_OUT.has(name))

/** Never a 5xx; a refusal always in our own shape, in both languages. */
async function wellAnswered(client: Client, route: Route, asked: Parameters<Client['fetch']>[1]) {
  const answer = await client.fetch(route, asked)
  expect(answer.status).toBeLessThan(500)
  if (answer.status >= 400) {
    const { error } = errorBody.parse(await answer.json())
    expect(error.zh).not.toMatch(/\{\w+\}/)
    expect(error.en).not.toMatch(/\{\w+\}/)
  } else await answer.arrayBuffer()
}

describe.each(ALL)('%s', (_, route) => {
  test('answers garbage with a refusal', async () => {
    const asked = fc.record({
      client: fc.nat({ max: 2 }),
      params: fc.record({ id: word, seq: word }),
      query: fc.dictionary(fc.constantFrom(...names), word, { maxKeys: 4 }),
      body: route.method === 'GET' ? fc.constant(undefined) : body,
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ client, ...rest }) => {
        const params = Object.fromEntries(
          Object.entries(rest.params).map(([name, value]) => [name, value || 'x']),
        )
        await wellAnswered(clients[client] ?? world.nobody(), route, { ...rest, params })
      }),
      { numRuns: 15 },
    )
  })
})

const PROTOTYPES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
const NAMES_OF_PROTOTYPES = PROTOTYPES.flatMap(name => [
  name,
  `light:${name}`,
  `field:${name}`,
  `${name}:red`,
])
const WITH_QUERY = ALL.filter(([, { query }]) => query)

/** Objects know more names than were put into them: no lookup by what an address says may find those. */
describe.each(WITH_QUERY)('%s, asked for names of a prototype', (_, route) => {
  test.each(Object.keys(route.query?.shape ?? {}))('as %s', async name => {
    const [dispatcher = world.nobody()] = clients
    for (const value of NAMES_OF_PROTOTYPES)
      await wellAnswered(dispatcher, route, { query: { [name]: value } })
  })
})

test.each(PROTOTYPES)('a return of %s', async name => {
  for (const client of clients)
    for (const value of [1, null, {}]) {
      const figures = `{"project":"zs-001","period":"2020-05","figures":{"${name}":${JSON.stringify(value)}},"key":"0123456789"}`
      await wellAnswered(client, routes.saveReturn, { body: figures, params: { id: 'zs-001' } })
    }
})

test.each([
  ['text that is no JSON', '{"account":'],
  ['a prototype', '{"__proto__":{"admin":true},"account":"a","password":"b"}'],
  ['a deep nest', '['.repeat(20_000)],
  ['two megabytes', JSON.stringify({ account: 'a'.repeat(2_000_000), password: 'b' })],
])('a body of %s', async (_, text) => {
  await wellAnswered(world.nobody(), routes.signIn, { body: text })
})

test('an upload without a file, and one that is no form', async () => {
  const [client] = clients
  if (!client) throw new Error('nobody signed in')
  await wellAnswered(client, routes.uploadImport, { body: {} })
  await wellAnswered(client, routes.uploadImport, {})
})

test('a path outside the API is a refusal too', async () => {
  const answer = await fetch(`${world.url}/api/nothing/here`)
  expect([answer.status, errorBody.parse(await answer.json()).error.code]).toEqual([404, 'request.not-found'])
})
