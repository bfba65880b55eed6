import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCase } from '@guatu/domain'
import { type Finding, parseCases, type Scheme, triedBy } from '@guatu/scheme'

/** What does not hold of the cases beside a scheme; nothing where it has none. */
export async function caseFindings(scheme: Scheme, schemeFile: string): Promise<Finding[]> {
  const file = join(dirname(schemeFile), 'cases.yaml')
  if (!existsSync(file)) return []
  const { cases, placeOf, findings } = parseCases(await readFile(file, 'utf8'), file)
  const failed = (cases?.cases ?? []).flatMap((one, index): Finding[] => {
    const { kind, id } = triedBy(one)
    const fault = { file, ...placeOf(index), severity: 'error' } as const
    const items: readonly { readonly id: string }[] | undefined =
      kind === 'overall' ? undefined : scheme[kind === 'duty' ? 'duties' : (`${kind}s` as const)]
    if (items && !items.some(item => item.id === id)) {
      const message = `算例所指不存在 a case names what is not there: ${one.name} (${kind}/${id})`
      return [{ ...fault, code: 'case.unknown', message, mend: '改 id Name an item of the scheme.' }]
    }
    const { expected, answered, holds } = runCase(scheme, one)
    if (holds) return []
    const message = `算例不通过 a case fails: ${one.name} (${kind}/${id}) 应为 expected ${JSON.stringify(expected)}，得到 came ${JSON.stringify(answered)}`
    return [{ ...fault, code: 'case.fails', message, mend: MEND }]
  })
  return [...findings, ...failed]
}

const MEND = '对照文件，改规则或改算例 Hold it against the issued text; mend the rule or the case.'
