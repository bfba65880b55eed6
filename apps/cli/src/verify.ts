import { type Verified, verifyAll } from '@guatu/server'
import { type Command, flag } from './command/command.ts'
import { withDatabase } from './input/database.ts'
import { table } from './table.ts'

export const verify: Command = {
  usage: 'verify [--json]',
  about:
    '核对台账链、汇总、已存结果和文件 hold ledgers, projections, stored results and files to their hashes',
  options: { json: flag },
  words: [0, 0],
  async run({ values }, { root, print }) {
    const verified = await withDatabase(root, verifyAll)
    print(values.json ? JSON.stringify(verified) : lines(verified))
    return verified.ok ? 0 : 1
  },
}

function lines({ jurisdictions, findings, differing, digest }: Verified): string {
  const parts = [
    table(
      ['行政区 jurisdiction', '序号 seq', '结果 results', '文书 documents', '文件 files', '链尾 head'],
      jurisdictions.map(one => [
        one.jurisdiction,
        String(one.seq),
        String(one.results),
        String(one.documents),
        String(one.files),
        one.hash,
      ]),
    ),
  ]
  if (findings.length > 0)
    parts.push(
      table(
        ['行政区 jurisdiction', '序号 seq', '何处 where', '问题 what', '对象 which'],
        findings.map(one => [one.jurisdiction, String(one.seq), one.what, one.why, one.id ?? '']),
      ),
    )
  for (const { id, seq, differences } of differing)
    parts.push(
      `${id}  ${seq}\n${table(
        ['路径 path', '当时 stored', '现在 now'],
        differences.map(({ path, stored, now }) => [path, stored, now]),
      )}`,
    )
  parts.push(`${findings.length} 个问题 findings  摘要 digest ${digest}`)
  return parts.join('\n\n')
}
