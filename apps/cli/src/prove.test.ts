import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { proveAll } from './prove.ts'

const zhashui = fileURLToPath(new URL('../../../schemes/zhashui/', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'guatu-prove-'))
afterAll(() => rmSync(dir, { recursive: true }))

async function proved(cases: string, json: boolean) {
  writeFileSync(join(dir, 'scheme.yaml'), readFileSync(`${zhashui}scheme.yaml`))
  writeFileSync(join(dir, 'cases.yaml'), cases)
  const printed: string[] = []
  const exit = await proveAll([join(dir, 'scheme.yaml')], json, { print: text => printed.push(text) })
  return { exit, out: printed.join('\n') }
}
const CASES = readFileSync(`${zhashui}cases.yaml`, 'utf8')
const SLOW = 60_000

test(
  'a plan that its cases hold: exit 0, with its counts',
  async () => {
    const { exit, out } = await proved(CASES, true)
    const [proof] = JSON.parse(out)
    expect([exit, proof.scheme, proof.unproven]).toEqual([0, 'zhashui', []])
    expect(proof.byCase + proof.refused.length).toBe(proof.changes)
  },
  SLOW,
)

test(
  'without the case of a threshold: exit 1, told with item, place and both values',
  async () => {
    const gone = CASES.replace('done: 2020-05-31 }] }', 'done: 2020-05-30 }] }')
    const { exit, out } = await proved(gone, false)
    expect(exit).toBe(1)
    expect(out).toMatch(/zhashui\/settings\.problem-days +setting +default +30d +29d/)
    expect(out).toMatch(/zhashui +60 +\d+ +\d+ +1$/m)
  },
  SLOW,
)
