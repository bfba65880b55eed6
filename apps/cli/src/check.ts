import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PUBLISHED_CALENDAR } from '@guatu/domain'
import { type Finding, lint, type PlanFinding, parseClauses, parseScheme, planFindings } from '@guatu/scheme'
import { checkCitations } from '@guatu/scheme/citations'
import { type Command, flag, given, text } from './command/command.ts'
import { caseFindings } from './input/cases.ts'
import { inputPath } from './input/path.ts'
import { findingLine, knownSchemes, schemeFile } from './input/scheme.ts'

export const check: Command = {
  usage: 'check [SCHEME…] [--seeds DIR] [--json]',
  about:
    '检查方案：结构、规则、引文、算例和方案本身的问题 schema, rules, citations, cases and the faults of plans',
  options: { json: flag, seeds: text },
  words: [0, Number.POSITIVE_INFINITY],
  async run({ words, values }, { root, print, note }) {
    const files = words.length > 0 ? words.map(word => schemeFile(root, word)) : await knownSchemes(root)
    const seeds = inputPath(root, given(values, 'seeds') ?? '../shared/seeds')
    if (!existsSync(seeds))
      note('未找到方案原文，跳过引文核对 issued texts not found: citations are not checked')
    const findings = (await Promise.all(files.map(file => checkFile(file, seeds)))).flat()
    if (values.json) print(JSON.stringify(findings))
    else for (const finding of findings) print(findingLine(finding))
    const open = findings.filter(one => one.severity !== 'note').length
    const known = findings.length - open
    if (!values.json)
      print(`${files.length} 个方案 schemes, ${open} 个问题 findings, ${known} 个已说明 acknowledged`)
    return open > 0 ? 1 : 0
  },
}

async function checkFile(file: string, seeds: string): Promise<(Finding | PlanFinding)[]> {
  const { parsed, findings } = parseScheme(await readFile(file, 'utf8'), file)
  if (!parsed) return [...findings]
  const beside = join(dirname(file), 'clauses.yaml')
  const clauses = existsSync(beside) ? parseClauses(await readFile(beside, 'utf8'), beside) : undefined
  const seed = parsed.scheme.source.seed && join(seeds, parsed.scheme.source.seed)
  const issued = seed && existsSync(seed) ? await readFile(seed, 'utf8') : undefined
  const mistakes = lint(parsed, clauses?.table)
  // A plan with mistakes cannot judge.
  const judges = mistakes.every(one => one.severity !== 'error')
  return [
    ...findings,
    ...(clauses?.findings ?? []),
    ...mistakes,
    ...(issued === undefined ? [] : checkCitations(parsed, issued)),
    ...(judges ? await caseFindings(parsed.scheme, file) : []),
    ...planFindings(parsed, PUBLISHED_CALENDAR, issued),
  ]
}
