import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Mutated, type Proof, prove } from '@guatu/domain'
import { parseCases, parseScheme } from '@guatu/scheme'
import { type Console, type Exit, Refused } from './command/command.ts'
import { findingLine } from './input/scheme.ts'
import { table } from './table.ts'

/** `guatu coverage --prove`: of every plan, the changes that no case notices. Exit 1 when there are any. */
export async function proveAll(
  files: readonly string[],
  json: boolean,
  { print }: Pick<Console, 'print'>,
): Promise<Exit> {
  const proofs: Proof[] = []
  for (const file of files) proofs.push(await proveFile(file))
  const unproven = proofs.flatMap(one => one.unproven)
  if (json) print(JSON.stringify(proofs))
  else print(report(proofs, unproven))
  return unproven.length > 0 ? 1 : 0
}

async function proveFile(file: string): Promise<Proof> {
  const text = await readFile(file, 'utf8')
  const beside = join(dirname(file), 'cases.yaml')
  const { parsed, findings } = parseScheme(text, file)
  const read = existsSync(beside) ? parseCases(await readFile(beside, 'utf8'), beside) : undefined
  const wrong = [...findings, ...(read?.findings ?? [])]
  if (!parsed || wrong.length > 0) throw new Refused(wrong.map(findingLine).join('\n'))
  return prove(text, parsed, read?.cases ?? { scheme: parsed.scheme.scheme, cases: [] })
}

function report(proofs: readonly Proof[], unproven: readonly Mutated[]): string {
  const row = ({ ref, kind, change }: Mutated) => [
    ref,
    kind,
    change?.path ?? '整条 the item',
    String(change?.from ?? ''),
    String(change?.to ?? '删去 deleted'),
  ]
  const counts = table(
    ['方案 scheme', '改动 changes', '算例发现 by a case', '检查拒绝 refused', '无人发现 unproven'],
    proofs.map(one => [
      one.scheme,
      ...[one.changes, one.byCase, one.refused.length, one.unproven.length].map(String),
    ]),
  )
  if (unproven.length === 0) return counts
  const head = ['条目 item', '类 kind', '改动处 at', '原 from', '改为 to']
  return `${table(head, unproven.map(row))}\n\n${counts}`
}
