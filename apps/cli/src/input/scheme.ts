import { existsSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, type ParsedScheme, type Party, type PlanFinding, parseScheme } from '@guatu/scheme'
import { Refused } from '../command/command.ts'
import { inputPath } from './path.ts'

/** The scheme.yaml that a word means: the id of a plan that comes along, a file, or a folder with one. */
export function schemeFile(root: string, word: string): string {
  if (/^[a-z0-9.-]+$/.test(word)) {
    const known = join(root, 'schemes', word, 'scheme.yaml')
    if (existsSync(known)) return known
  }
  const path = inputPath(root, word)
  if (!existsSync(path)) throw new Refused(`没有这个方案 no such scheme: ${word}`)
  const file = statSync(path).isDirectory() ? join(path, 'scheme.yaml') : path
  if (!existsSync(file)) throw new Refused(`没有 scheme.yaml no scheme.yaml in ${word}`)
  return file
}

/** All plans that come along, by id. */
export async function knownSchemes(root: string): Promise<string[]> {
  const dir = join(root, 'schemes')
  const names = (await readdir(dir)).sort()
  return names.map(name => join(dir, name, 'scheme.yaml')).filter(existsSync)
}

/** Refused with its first finding when the text is no scheme. */
export async function readScheme(root: string, word: string): Promise<ParsedScheme> {
  const file = schemeFile(root, word)
  const { parsed, findings } = parseScheme(await readFile(file, 'utf8'), file)
  if (!parsed) throw new Refused(findings.map(findingLine).join('\n'))
  return parsed
}

export const findingLine = (finding: Finding | PlanFinding): string => {
  const { file, line, column, severity, code, message, mend } = finding
  const what = `${file}:${line}:${column}  ${severity}  ${code}  ${message}`
  if (!('between' in finding)) return `${what}  ${mend}`
  const { between, acknowledged } = finding
  const reading = acknowledged && `说明 taken as: ${acknowledged.reading} ${acknowledged.readingEn}`
  return `${what}  [${between.map(partyWords).join(' × ')}]  ${reading ?? mend}`
}

/** `一(二) XX-T9 target/next-half` */
const partyWords = ({ kind, id, clause, covers }: Party) =>
  [clause, covers.join(','), `${kind}/${id}`].filter(Boolean).join(' ')
