import { readFileSync } from 'node:fs'
import { writeDataFolder } from '@guatu/documents'
import type { Facts } from '@guatu/domain'
import { parseScheme, type Scheme } from '@guatu/scheme'
import { beihai } from './beihai.ts'
import { hanyin } from './hanyin.ts'
import { jiayuguan } from './jiayuguan.ts'
import { xixia } from './xixia.ts'
import { zhashui } from './zhashui.ts'

export const DEMOS: Readonly<Record<string, () => Facts>> = {
  zhashui,
  jiayuguan,
  xixia,
  hanyin,
  beihai,
}

/** `root` is the folder of the repository. */
export function schemeOf(root: string, id: string): Scheme {
  const file = `${root}/schemes/${id}/scheme.yaml`
  const { parsed, findings } = parseScheme(readFileSync(file, 'utf8'), file)
  if (!parsed) throw new Error(findings.map(one => `${one.file}:${one.line} ${one.message}`).join('\n'))
  return parsed.scheme
}

/** Every generated file, `zhashui/projects.csv` → text. */
export function makeDemos(root: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [id, facts] of Object.entries(DEMOS)) {
    for (const [name, text] of writeDataFolder(facts(), schemeOf(root, id))) files.set(`${id}/${name}`, text)
  }
  return files
}
