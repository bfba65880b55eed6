import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { periodKind } from '@guatu/kernel'
import { dryRun, type ImportReport, importAtOnce, type ToImport } from '@guatu/server'
import { parse } from 'yaml'
import { type Command, flag, given, need, Refused, text, type Values } from './command/command.ts'
import { withDatabase } from './input/database.ts'
import { inputPath } from './input/path.ts'
import { readScheme } from './input/scheme.ts'
import { table } from './table.ts'

export const importFile: Command = {
  usage:
    'import FILE --dry-run [--scheme ID|FILE] [--mapping FILE] [--json]\n' +
    '       import FILE --jurisdiction J --period P --as PERSON [--list L] [--mapping NAME|FILE] [--json]',
  about: '导入项目表 import a project table',
  options: {
    jurisdiction: text,
    period: text,
    as: text,
    list: text,
    mapping: text,
    scheme: text,
    'dry-run': flag,
    json: flag,
  },
  words: [1, 1],
  async run({ words, values }, { root, print }) {
    const path = inputPath(root, words[0] ?? '')
    if (!existsSync(path)) throw new Refused(`没有这个文件 no such file: ${path}`)
    const file = { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
    const workerUrl = pathToFileURL(join(root, 'dist/read-worker.mjs'))
    const period = given(values, 'period')
    if (period !== undefined && !periodKind(period)) throw new Refused(`不是报告期 not a period: ${period}`)
    const asked: ToImport = {
      file,
      workerUrl,
      period,
      list: given(values, 'list'),
      ...(await mappingOf(root, values)),
    }
    const scheme = given(values, 'scheme')
    const report = values['dry-run']
      ? await dryRun(asked, scheme === undefined ? undefined : (await readScheme(root, scheme)).scheme)
      : await withDatabase(root, database =>
          importAtOnce(
            database,
            { ...asked, period: need(values, 'period') },
            need(values, 'jurisdiction'),
            need(values, 'as'),
          ),
        )
    if (!report.ok) throw new Refused(`${report.error.zh}\n${report.error.en}`)
    print(values.json ? JSON.stringify(report.value) : lines(report.value))
    return report.value.rejected.length > 0 ? 1 : 0
  },
}

/** A file with a mapping, or the name of one that was saved. */
async function mappingOf(root: string, values: Values): Promise<Pick<ToImport, 'mapping' | 'mappingName'>> {
  const word = given(values, 'mapping')
  if (word === undefined) return {}
  const path = inputPath(root, word)
  return existsSync(path) ? { mapping: parse(await readFile(path, 'utf8')) } : { mappingName: word }
}

function lines({ accepted, rejected }: ImportReport): string {
  const rows = rejected.map(({ sheet, row, column, code, message }) => [
    sheet,
    String(row),
    column,
    code,
    message,
  ])
  const counts = `接受 accepted ${accepted}  未接受 rejected ${rejected.length}`
  return rows.length > 0
    ? `${counts}\n${table(['表 sheet', '行 row', '列 column', 'code', '说明 message'], rows)}`
    : counts
}
