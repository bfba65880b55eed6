import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defaultDataDir, openDatabase } from '@guatu/store'
import { DEMO_PASSWORD, type DemoPlan, loadDemo } from './demo/load.ts'
import { loadSchemes } from './scheme/load.ts'
import { type RunningServer, type ServerOptions, startServer } from './start.ts'

const PORT = 8787
const PORTS_TRIED = 50

export interface ServeOptions {
  /** The clone. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Loads the demo into a database that is empty; true unless given. */
  readonly demo?: boolean
}

/**
 * Runs until SIGINT or SIGTERM. DATABASE_URL, PORT, HOST, GUATU_DATA (folder of the embedded database) and GUATU_SCHEMES
 * (more folders of plans) are taken from `env`.
 */
export async function serve({ root, env, demo = true }: ServeOptions): Promise<void> {
  const dataDir = env.GUATU_DATA ?? (await defaultDataDir(root))
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir })
  const schemeDirs = [join(root, 'schemes'), ...(env.GUATU_SCHEMES?.split(',').filter(Boolean) ?? [])]
  const { schemes, findings } = await loadSchemes(database, schemeDirs)
  for (const { file, line, column, message, mend } of findings)
    console.warn(`${file}:${line}:${column} ${message} ${mend}`)
  const plans = demo ? await loadDemo(database, join(root, 'demo'), schemes) : []
  const wanted = Number(env.PORT ?? PORT)
  const server = await listen(wanted, {
    database,
    port: wanted,
    host: env.HOST,
    webDir: join(root, 'apps/web/dist'),
    workerUrl: pathToFileURL(join(root, 'dist/read-worker.mjs')),
    logger: true,
  })
  announce(server.url, plans)

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await server.close()
    await database.close()
    process.exit(0)
  }
  process.on('SIGINT', end).on('SIGTERM', end)
}

async function listen(wanted: number, options: ServerOptions): Promise<RunningServer> {
  for (let port = wanted; ; port++) {
    try {
      return await startServer({ ...options, port })
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!taken || wanted === 0 || port >= wanted + PORTS_TRIED) throw error
      console.log(`端口 ${port} 已被占用，改用 ${port + 1}。 Port ${port} is taken; trying ${port + 1}.`)
    }
  }
}

const ROLE_NAMES = {
  dispatcher: '调度 dispatcher',
  reporter: '填报 reporter',
  leader: '领导 leader',
  inspector: '督查 inspector',
  administrator: '管理 administrator',
}

function announce(url: string, plans: readonly DemoPlan[]): void {
  console.log(`\n挂图 Guatu  ${url}\n`)
  if (plans.length === 0) return
  console.log(`演示账号，口令均为 ${DEMO_PASSWORD}；演示数据由脚本生成，不是真实项目。`)
  console.log(`Demo accounts, password ${DEMO_PASSWORD} for all; the data are made up by a script.\n`)
  for (const { name, businessDate, accounts } of plans) {
    console.log(`  ${name}（今天 today: ${businessDate}）`)
    for (const { login, role, unitName } of accounts)
      console.log(`    ${login.padEnd(14)}${ROLE_NAMES[role]}  ${unitName}`)
  }
  console.log('\n按 Ctrl+C 停止。 Press Ctrl+C to stop.')
}
