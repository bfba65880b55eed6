import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { isDay } from '@guatu/kernel'
import { DEMO_PASSWORD, startServer } from '@guatu/server'
import { defaultDataDir, openDatabase } from '@guatu/store'
import { Client } from '../../e2e/support/client.ts'
import { boardTable, writeDocuments } from './report.ts'
import { DISPATCHER, importExample } from './road.ts'

const DATA = '../shared/data/timeseries/nyc_capital_projects_2014_2019.csv'
const LAST_REPORT = '2019-09-01'
const USAGE = `npm run example:nyc -- [FILE] [--as-of YYYY-MM-DD] [--out FOLDER] [--once]
  FILE     the city's csv; ${DATA} unless given
  --as-of  the day to evaluate at; ${LAST_REPORT} unless given
  --out    folder for the bulletin (.docx) and the project table (.xlsx); none is written unless given
  --once   end after the table is printed`

/** The whole road of a real file: import, evaluation, board, documents. Gives the exit code, or stays up. */
export async function main(
  args: readonly string[],
  { root, env }: { root: string; env: Readonly<Record<string, string | undefined>> },
): Promise<number | undefined> {
  const options = { 'as-of': { type: 'string' }, out: { type: 'string' }, once: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const asOf = values['as-of'] ?? LAST_REPORT
  if (!isDay(asOf) || positionals.length > 1) return say(USAGE)
  const file = resolve(root, positionals[0] ?? DATA)
  if (!existsSync(file)) return say(`没有这个文件 There is no file ${file}\n\n${USAGE}`)

  const dataDir = env.GUATU_DATA ?? join(await defaultDataDir(root), 'nyc')
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir })
  const workerUrl = pathToFileURL(join(root, 'dist/read-worker.mjs'))
  const from = performance.now()
  const imported = await importExample({ database, root, file, workerUrl })
  if (!imported.ok) {
    await database.close()
    return say(`${imported.error.zh} ${imported.error.en}`)
  }
  const { accepted, rejected } = imported.value
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  const same = '其余各行未报数或已经导入 the others report nothing or are known already'
  console.log(`导入 imported: ${accepted} 行 rows, ${seconds} s; ${same}`)
  for (const { row, column, message } of rejected) console.log(`  ${column}${row}  ${message}`)

  const webDir = join(root, 'apps/web/dist')
  const server = await startServer({ database, port: Number(env.PORT ?? 0), webDir, workerUrl, logger: true })
  const end = async () => {
    await server.close()
    await database.close()
  }
  const client = new Client(server.url)
  await client.signIn(DISPATCHER, DEMO_PASSWORD)
  console.log(`\n${await boardTable(client, asOf)}`)
  if (values.out !== undefined) {
    const folder = resolve(values.out)
    await mkdir(folder, { recursive: true })
    console.log(`\n${(await writeDocuments(client, asOf, folder)).join('\n')}`)
  }
  if (values.once) {
    await end()
    return rejected.length > 0 ? 1 : 0
  }
  console.log(`\n挂图 Guatu  ${server.url}/?asOf=${asOf}`)
  console.log(
    `账号 account ${DISPATCHER}, 口令 password ${DEMO_PASSWORD}\n按 Ctrl+C 停止。 Press Ctrl+C to stop.`,
  )
  let ending = false
  const stop = async () => {
    if (ending) return
    ending = true
    await end()
    process.exit(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return undefined
}

function say(text: string): number {
  console.error(text)
  return 2
}
