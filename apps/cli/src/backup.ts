import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBackup, type Manifest, takeBackup } from '@guatu/store'
import { backupRefused } from './backup-message.ts'
import { type Command, type Console, flag, given, need, text } from './command/command.ts'
import { databaseIsThere, keyFile, withBareDatabase } from './input/database.ts'
import { inputPath, outputPath } from './input/path.ts'
import { table } from './table.ts'

export const backup: Command = {
  usage: 'backup --out FILE [--json]\n       backup --check FILE [--json]',
  about:
    '把全部数据备份成一个文件，不停机；或核对备份文件 back up everything while running; or check a backup',
  options: { out: text, check: text, json: flag },
  words: [0, 0],
  async run({ values }, console) {
    const { root, print } = console
    const checked = given(values, 'check')
    const manifest =
      checked === undefined ? await take(need(values, 'out'), console) : await check(inputPath(root, checked))
    print(values.json ? JSON.stringify(manifest) : summary(manifest))
    return 0
  },
}

async function take(out: string, { root, note }: Console): Promise<Manifest> {
  const path = outputPath(root, out)
  const product = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version
  if (!(await databaseIsThere(root))) throw backupRefused({ code: 'backup.no-structure' })
  const taken = await withBareDatabase(root, async ({ url }) =>
    takeBackup({
      url: await url(),
      path,
      product,
      onTable: ({ name, rows }) => note(`${name}  ${rows} 行 rows`),
    }),
  )
  if (!taken.ok) throw backupRefused(taken.error)
  note(`${path}\n含口令散列，请妥善保管 holds password hashes: keep it safe`)
  if (taken.value.keys.length > 0) note(await keysBeside(root, taken.value.keys))
  return taken.value
}

async function keysBeside(root: string, keys: readonly string[]): Promise<string> {
  const path = (await keyFile(root)) ?? 'GUATU_KEY_FILE'
  return `渠道密钥已加密，密钥文件不在备份内，请另行保管：${path}（${keys.join(', ')}）
Secrets of channels are encrypted; the file of keys is not in the backup, keep it elsewhere: ${path}`
}

async function check(path: string): Promise<Manifest> {
  const checked = await checkBackup(path)
  if (!checked.ok) throw backupRefused(checked.error)
  return checked.value
}

export function summary({ takenAt, product, heads, tables, keys }: Manifest): string {
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  return [
    `${takenAt}  ${product}  ${tables.length} 张表 tables  ${rows} 行 rows`,
    table(
      ['行政区 jurisdiction', '序号 seq', '链尾 head'],
      heads.map(head => [head.jurisdiction, String(head.seq), head.hash]),
    ),
    ...(keys.length > 0 ? [`渠道密钥需要 channels need keys  ${keys.join(', ')}`] : []),
  ].join('\n')
}
