import { fileURLToPath } from 'node:url'
import { type Body, routes } from '@guatu/contract'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'
import { loadSchemes } from './load.ts'

const SCHEMES = fileURLToPath(new URL('../../../../schemes', import.meta.url))
/** The demo's today in 西夏区 (demo/xixia). */
let world: World
let client: Client
let first = { seq: 0, text: '' }
let today = ''

const draft = (text: string, from = today, kind: 'whole' | 'supplement' = 'whole') => ({ kind, text, from })
const supplement = (rest: string, from = today) =>
  draft(`supplement: xixia\nname: 补充\nnameEn: More\nfrom: ${from}\n${rest}\n`, from, 'supplement')

async function publish(body: Body<typeof routes.checkScheme>, reason = '调整红线') {
  const { fingerprint } = await client.get(routes.previewScheme, { body })
  const key = crypto.randomUUID()
  return client.call(routes.publishScheme, { body: { ...body, fingerprint, reason, key } })
}

beforeAll(async () => {
  world = await demoWorld()
  client = await world.as('xx-diaodu')
  const { version, bar } = await client.get(routes.getScheme)
  const { text } = await client.get(routes.getSchemeVersion, { params: { seq: version.seq } })
  first = { seq: version.seq, text }
  today = bar.today
})

describe('the plan in force', () => {
  test('shows every clause with its items, and each item as it stands', async () => {
    const { clauses, items, bar } = await client.get(routes.getScheme)
    expect(clauses).toHaveLength(38)
    const warning = clauses.find(one => one.id === 'XX-W1')
    expect(warning).toMatchObject({ clause: '二(五)', items: ['light:progress', 'action:listed'] })
    const item = (key: string) => items.find(one => `${one.kind}:${one.id}` === key)
    const room = await client.get(routes.getWarRoom)
    const tile = room.tiles.find(one => one.target === 'fai')
    expect(tile).toBeDefined()
    expect(item('target:fai')?.now).toEqual({ is: 'figure', tile })
    expect(item('target:fai')?.onBoard).toBe(true)
    const light = item('light:progress')
    expect(light?.sentence?.zh).toContain('65%')
    expect(light?.now).toMatchObject({ is: 'lights' })
    const pushed = item('list:pushed')?.now
    expect(pushed).toMatchObject({
      is: 'list',
      states: [
        { of: 'projects', stages: ['started'], asOf: '2023-10-25', declared: 63 },
        { of: 'projects', stages: ['plan', 'reserve', 'prepare'], declared: 17 },
        { of: 'projects', declared: 30, held: null },
      ],
    })
    const cadences = items.filter(one => one.now?.is === 'cadence')
    expect(cadences.length).toBeGreaterThan(3)
    for (const one of cadences)
      if (one.now?.is === 'cadence' && one.now.next) expect(one.now.next.due > bar.asOf).toBe(true)
  })

  test('a leader reads it, and counts no other projects than the reader sees', async () => {
    const leader = await world.as('xx-lingdao')
    expect((await leader.get(routes.getScheme)).clauses).toHaveLength(38)
  })
})

describe('a draft', () => {
  test('with a mistake is told line, column and mend', async () => {
    const line = first.text.split('\n').findIndex(one => one.includes('below: 65%')) + 1
    const { findings } = await client.get(routes.checkScheme, {
      body: draft(first.text.replace('below: 65%', 'below: 65')),
    })
    expect(findings[0]).toMatchObject({ line, severity: 'error', code: 'scheme.shape' })
    expect(findings[0]?.mend.zh).toMatch(/\p{Script=Han}/u)
  })

  test('of another plan, or from a day outside it, is refused', async () => {
    const codes = async (body: Body<typeof routes.checkScheme>) =>
      (await client.get(routes.checkScheme, { body })).findings.map(one => one.code)
    expect(await codes(draft(first.text.replace('scheme: xixia', 'scheme: other')))).toContain('scheme.other')
    expect(await codes(draft(first.text.replace('{ id: xixia,', '{ id: other,')))).toContain('scheme.other')
    expect(await codes(draft(first.text, '2023-12-31'))).toEqual(await codes(draft(first.text)))
    expect(await codes(draft(first.text, '2024-01-01'))).toContain('scheme.outside')
    expect(await codes({ ...supplement('', '2023-11-20'), from: '2023-11-21' })).toContain('scheme.outside')
  })

  test('shows which lights change, and changes nothing', async () => {
    const body = draft(
      first.text.replace('below: 65%', 'below: 1%').replaceAll('default: 85%', 'default: 2%'),
    )
    const { effects, changes } = await client.get(routes.previewScheme, { body })
    expect(changes.map(one => one.id)).toContain('progress')
    const light = effects?.lights.find(one => one.rule === 'progress')
    const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((a, b) => a + b, 0)
    expect(sum(light?.before)).toBe(sum(light?.after))
    expect(light?.before.red).toBeGreaterThan(0)
    expect(light?.after.red ?? 0).toBeLessThan(light?.before.red ?? 0)
    expect(effects?.projects).toBeGreaterThan(0)
    expect(effects?.moved.every(one => one.before !== one.after)).toBe(true)
    expect((await client.get(routes.getScheme)).version.seq).toBe(first.seq)
  })

  test('that says the same moves nothing', async () => {
    const { effects, changes } = await client.get(routes.previewScheme, {
      body: draft(`${first.text}\n# 注\n`),
    })
    expect([changes, effects?.projects, effects?.moved, effects?.targets]).toEqual([[], 0, [], []])
  })
})

test('a mutated text is never more than refused', async () => {
  const texts = [first.text, supplement('settings: { yellow-cut: { default: 80% } }').text]
  const piece = fc.constantFrom(
    '',
    ' ',
    '\n',
    ': ',
    '- ',
    '{',
    ']',
    'null',
    '65',
    '0%',
    '2023-02-30',
    '__proto__: 1',
    '&a',
    '键',
  )
  const change = fc.tuple(fc.nat(), fc.nat(12), piece)
  await fc.assert(
    fc.asyncProperty(fc.nat(1), fc.array(change, { minLength: 1, maxLength: 3 }), async (which, changes) => {
      const text = changes.reduce(
        (now, [at, cut, put]) => now.slice(0, at % now.length) + put + now.slice((at % now.length) + cut),
        texts[which] ?? '',
      )
      const body = draft(text, today, which === 0 ? 'whole' : 'supplement')
      const { status, body: told } = await client.call(routes.previewScheme, { body })
      expect(status).toBe(200)
      const wrong = told.findings.some(one => one.severity === 'error')
      expect(told.effects === null).toBe(wrong)
    }),
    { numRuns: 60 },
  )
}, 120_000)

describe('publishing', () => {
  test('asks for the preview that was seen', async () => {
    const body = { ...draft(`${first.text}\n# 注\n`), reason: '改写', key: crypto.randomUUID() }
    const { error } = await client.call(routes.publishScheme, { body: { ...body, fingerprint: 'x' } })
    expect(error.code).toBe('scheme.stale')
    const same = await publish(draft(first.text))
    expect(same.error?.code).toBe('scheme.same')
    const wrong = draft(first.text.replace('below: 65%', 'below: 65'))
    expect((await publish(wrong)).error?.code).toBe('scheme.findings')
  })

  test('judges from its day on; days before stay with the old version, and files change it no more', async () => {
    const count = async (asOf: string) => {
      const { items } = await client.get(routes.getScheme, { query: { asOf } })
      return items.find(one => one.id === 'progress' && one.kind === 'light')?.sentence?.zh ?? ''
    }
    const { body, status } = await publish(draft(first.text.replace('below: 65%', 'below: 60%')))
    expect(status).toBe(200)
    const before = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
    expect(await count(today)).toContain('60%')
    expect(await count(before)).toContain('65%')
    await loadSchemes(world.database, [SCHEMES])
    const { versions } = await client.get(routes.listSchemeVersions)
    expect(
      versions.map(({ seq, origin, inForce, reason, effectiveFrom }) => [
        seq,
        origin,
        inForce,
        reason,
        effectiveFrom,
      ]),
    ).toEqual([
      [body.seq, 'published', true, '调整红线', today],
      [first.seq, 'file', false, null, '2023-10-25'],
    ])
    expect(versions[0]?.by).not.toBe('')
    const old = await client.get(routes.getSchemeVersion, { params: { seq: first.seq } })
    expect(old.text).toBe(first.text)
    const { changes } = await client.get(routes.compareSchemeVersions, {
      query: { from: first.seq, to: body.seq },
    })
    expect(changes).toMatchObject([
      { kind: 'light', id: 'progress', keys: [{ path: 'bands.0.below', before: '65%', after: '60%' }] },
    ])
  })

  test('by a supplement keeps the notice and lays it over the version in force', async () => {
    const { body, status } = await publish(
      supplement('settings: { yellow-cut: { default: 80% } }'),
      '补充通知',
    )
    expect(status).toBe(200)
    const now = await client.get(routes.getSchemeVersion, { params: { seq: body.seq } })
    expect(now.version).toMatchObject({ origin: 'supplement', inForce: true })
    expect(now.supplement).toContain('yellow-cut')
    expect(now.text).toContain('below: 60%')
    expect(JSON.stringify(now.json.settings)).toContain('80%')
  })

  test('does not begin before the version that it follows, and comes once for one request', async () => {
    const text = (await client.get(routes.getSchemeVersion, { params: { seq: first.seq } })).text
    const before = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
    const early = await client.call(routes.previewScheme, { body: draft(text, before) })
    expect([early.status, early.error.code]).toEqual([409, 'scheme.earlier'])
    const body = draft(text)
    const { fingerprint } = await client.get(routes.previewScheme, { body })
    const asked = { body: { ...body, fingerprint, reason: '恢复', key: crypto.randomUUID() } }
    const once = await client.get(routes.publishScheme, asked)
    expect(await client.get(routes.publishScheme, asked)).toEqual(once)
  })
})

describe('the issued file', () => {
  const add = (name: string, bytes: Uint8Array | string) =>
    client.call(routes.addSchemeFile, { file: { name, bytes } })

  test('stands beside the clauses, for every reader and for good', async () => {
    const { body } = await add('方案.txt', '西夏区方案\n一、目标\n要求。\n二、任务\n(五)公示\n红黄绿。\n')
    const reporter = await world.as('xx-tianbao')
    const { files } = await reporter.get(routes.listSchemeFiles)
    expect(files).toMatchObject(
      [{ id: body.id, name: '方案.txt', readable: true, sha256: /^[0-9a-f]{64}$/ }].map(one => ({
        ...one,
        sha256: expect.stringMatching(one.sha256),
      })),
    )
    const { paragraphs, places } = await reporter.get(routes.readSchemeFile, { params: { id: body.id } })
    expect(paragraphs[places['XX-W1'] ?? 0]).toBe('(五)公示')
    expect(paragraphs[places['XX-T1'] ?? 0]).toBe('一、目标')
    const answer = await reporter.fetch(routes.getSchemeFile, { params: { id: body.id } })
    expect(await answer.text()).toContain('红黄绿')
  })

  test.each([
    ['方案.pdf', '%PDF-1.7', 200],
    ['方案.pdf', 'no pdf', 422],
    ['方案.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 200],
    ['方案.txt', new Uint8Array([0xb7, 0xbd, 0xb0, 0xb8]), 200],
    ['方案.txt', new Uint8Array([0, 1, 2, 0]), 422],
    ['方案.exe', 'MZ', 422],
  ])('%s is taken by what it holds', async (name, bytes, status) => {
    expect((await add(name, bytes)).status).toBe(status)
  })

  test('of another jurisdiction is not there', async () => {
    const { files } = await client.get(routes.listSchemeFiles)
    const other = await world.as('zs-diaodu')
    expect((await other.get(routes.listSchemeFiles)).files).toEqual([])
    const { status } = await other.call(routes.readSchemeFile, { params: { id: files[0]?.id ?? '' } })
    expect(status).toBe(404)
  })
})

test('the language comes as JSON Schema without a session', async () => {
  const answer = await fetch(`${world.url}/api/scheme/schema.json`)
  expect((await answer.json()).properties.targets).toBeDefined()
})
