import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { isDay } from '@guatu/kernel'
import { DEMO_PASSWORD, startServer } from '@guatu/server'
import { type Database, defaultDataDir, openDatabase } from '@guatu/store'
import { Client } from '../../e2e/support/client.ts'
import { FILES } from './portfolio.ts'
import { boardTable } from './report.ts'
import { DISPATCHER, importExample } from './road.ts'

const DATA = '../shared/data/timeseries'
const LAST_REPORT = '2023-12-31'
const USAGE = `npm run example:gmpp -- [FOLDER] [--as-of YYYY-MM-DD] [--once]
  FOLDER   holds ${FILES.map(({ file }) => file).join(' and ')}; ${DATA} unless given
  --as-of  the day to evaluate at; ${LAST_REPORT} unless given
  --once   end after the table is printed`

interface Where {
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The road of two real files: import, evaluation, board. Gives the exit code, or stays up. */
export async function main(args: readonly string[], { root, env }: Where): Promise<number | undefined> {
  const options = { 'as-of': { type: 'string' }, once: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const asOf = values['as-of'] ?? LAST_REPORT
  if (!isDay(asOf) || positionals.length > 1) return say(USAGE)
  const folder = resolve(root, positionals[0] ?? DATA)
  const absent = FILES.map(({ file }) => join(folder, file)).find(file => !existsSync(file))
  if (absent) return say(`没有这个文件 There is no file ${absent}\n\n${USAGE}`)

  const dataDir = env.GUATU_DATA ?? join(await defaultDataDir(root), 'gmpp')
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir })
  const workerUrl = pathToFileURL(join(root, 'dist/read-worker.mjs'))
  const rejected = await importAll(database, root, folder, workerUrl)
  if (rejected === undefined) {
    await database.close()
    return 2
  }
  const webDir = join(root, 'apps/web/dist')
  const server = await startServer({ database, port: Number(env.PORT ?? 0), webDir, workerUrl, logger: true })
  const end = async () => {
    await server.close()
    await database.close()
  }
  const client = new Client(server.url)
  await client.signIn(DISPATCHER, DEMO_PASSWORD)
  console.log(`\n${await boardTable(client, asOf)}`)
  if (values.once) {
    await end()
    return rejected > 0 ? 1 : 0
  }
  console.log(`\n挂图 Guatu  ${server.url}/?asOf=${asOf}`)
  console.log(
    `账号 account ${DISPATCHER}, 口令 password ${DEMO_PASSWORD}\n按 Ctrl+C 停止。 Press Ctrl+C to stop.`,
  )
  const stop = () => void end().then(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return undefined
}

/** Gives how many rows were not taken, each told; undefined where a file was refused. */
async function importAll(
  database: Database,
  root: string,
  folder: string,
  workerUrl: URL,
): Promise<number | undefined> {
  let left = 0
  for (const { file, mapping } of FILES) {
    const from = performance.now()
    const imported = await importExample({ database, root, file: join(folder, file), mapping, workerUrl })
    if (!imported.ok) {
      console.error(`${imported.error.zh} ${imported.error.en}`)
      return undefined
    }
    const { accepted, rejected } = imported.value
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    console.log(
      `${file}: ${accepted} 行写入 rows written, ${rejected.length} 行未接受 not taken, ${seconds} s`,
    )
    for (const { row, column, message } of rejected) console.log(`  ${column}${row}  ${message}`)
    left += rejected.length
  }
  return left
}

function say(text: string): number {
  console.error(text)
  return 2
}
