import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { Refused } from './command/command.ts'
import { keys } from './keys.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'guatu-keys-'))
afterAll(() => rmSync(dir, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

type Env = Readonly<Record<string, string>>

/** What the command said, also where it refused. */
async function run(env: Env, ...words: string[]): Promise<string> {
  for (const [name, value] of Object.entries({ DATABASE_URL: '', GUATU_DATA: dir, ...env }))
    vi.stubEnv(name, value)
  const said: string[] = []
  const say = (text: string) => said.push(text)
  try {
    await keys.run({ words, values: {} }, { root, print: say, note: say })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    say(`refused: ${error.message}`)
  }
  return said.join('\n')
}
const secretsIn = (path: string): string[] =>
  JSON.parse(readFileSync(path, 'utf8')).keys.map((one: { key: string }) => one.key)

test('keys are made, listed, rotated and added, and never printed', async () => {
  const [mine, other] = [join(dir, 'mine.json'), join(dir, 'other.json')]
  const all: string[] = []
  const asked = async (...words: string[]) => {
    const said = await run({ GUATU_KEY_FILE: mine }, ...words)
    all.push(said)
    return said
  }
  expect(await asked()).toMatch(/^refused: 没有密钥文件/)
  expect(await asked('new', mine)).not.toContain('refused')
  expect(await asked('new', mine)).toMatch(/^refused: 密钥文件已存在/)
  await asked('new', other)
  const [first] = secretsIn(mine)
  expect((await asked('rotate')).match(/aes-256-gcm/g)?.length).toBe(2)
  expect(secretsIn(mine)[1]).toBe(first)
  expect((await asked('add', other)).match(/仅解密/g)?.length).toBe(2)
  expect((await asked('list')).match(/现用/g)?.length).toBe(1)
  for (const secret of [...secretsIn(mine), ...secretsIn(other)]) expect(all.join()).not.toContain(secret)
})

test.each([
  [{ DATABASE_URL: 'postgres://nowhere' }, ['rotate'], '未设置 GUATU_KEY_FILE'],
  [{}, ['new'], '用法'],
  [{}, ['rotate', 'x'], '用法'],
  [{}, ['drop'], '用法'],
  [{}, ['toString'], '用法'],
])('with %j, keys %j is refused', async (env, words, said) => {
  expect(await run(env as Env, ...words)).toContain(`refused: ${said}`)
})

test('a damaged file is told of and left as it is', async () => {
  const path = join(dir, 'damaged.json')
  writeFileSync(path, '{')
  expect(await run({ GUATU_KEY_FILE: path }, 'rotate')).toContain('已损坏')
  expect(readFileSync(path, 'utf8')).toBe('{')
})

test.each([
  [{ GUATU_KEY_FILE: join(dir, 'nowhere.json') }, '密钥文件读不到'],
  [{ GUATU_ALLOW_HOSTS: 'http://h' }, 'GUATU_ALLOW_HOSTS'],
])(
  'a server does not start with %j',
  async (env, said) => {
    const data = mkdtempSync(join(tmpdir(), 'guatu-keys-data-'))
    const served = { ...process.env, DATABASE_URL: '', GUATU_DATA: data, PORT: '0', ...env }
    try {
      const ran = await new Promise<{ code: number | null; err: string }>(resolve => {
        const child = execFile(
          process.execPath,
          ['scripts/guatu.mjs', 'serve'],
          { cwd: root, env: served },
          (_, _out, err) => resolve({ code: child.exitCode, err }),
        )
      })
      expect(ran).toEqual({ code: 2, err: expect.stringContaining(said) })
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  },
  120_000,
)
