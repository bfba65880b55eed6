import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { currentSetup, type Database, defaultDataDir, openDatabase } from '@guatu/store'
import { DEMO_PASSWORD, type DemoPlan, loadDemo } from './demo/load.ts'
import { installationOf, sealAtStart, WrongInstallation } from './installation.ts'
import { growSlowly } from './memory.ts'
import { loadSchemes, readSchemes } from './scheme/load.ts'
import { isEmpty, type SetupDesk } from './setup/desk.ts'
import { newCode } from './slip/code.ts'
import { type RunningServer, type ServerOptions, startServer } from './start.ts'

const PORT = 8787
const PORTS_TRIED = 50

export interface ServeOptions {
  /** The clone. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Loads the demo into a database that is empty and of which nobody has begun to make an own; true unless given. */
  readonly demo?: boolean
  /** Wants to begin with own data: stops where the database holds the demo. */
  readonly empty?: boolean
}

/**
 * Runs until SIGINT or SIGTERM. DATABASE_URL, PORT, HOST, GUATU_DATA (folder of the embedded database), GUATU_DEMO (0:
 * no demo), GUATU_SCHEMES (more folders of plans), GUATU_KEY_FILE and GUATU_ALLOW_HOSTS are taken from `env`.
 */
export async function serve({ root, env, demo = true, empty = false }: ServeOptions): Promise<void> {
  growSlowly()
  const dataDir = env.GUATU_DATA ?? (await defaultDataDir(root))
  const url = env.DATABASE_URL
  const database = await openDatabase({ url, dataDir })
  const installation = await installationOf(
    { keyFile: env.GUATU_KEY_FILE, url, dataDir },
    env.GUATU_ALLOW_HOSTS,
  ).catch(async error => {
    await database.close()
    if (!(error instanceof WrongInstallation)) throw error
    console.error(error.message)
    process.exit(2)
  })
  await sealAtStart(database, installation.keys, console.warn)
  const held = await whatIsHeld(database)
  if (empty && held === 'work') {
    await database.close()
    console.error(HOLDS_DEMO)
    process.exit(2)
  }
  const wantsDemo = demo && !empty && env.GUATU_DEMO !== '0'
  const content = await prepare(database, held, wantsDemo, {
    schemes: [join(root, 'schemes')],
    more: env.GUATU_SCHEMES?.split(',').filter(Boolean) ?? [],
    demo: join(root, 'demo'),
  })
  const wanted = Number(env.PORT ?? PORT)
  const server = await listen(wanted, {
    ...installation,
    database,
    port: wanted,
    host: env.HOST,
    webDir: join(root, 'apps/web/dist'),
    workerUrl: pathToFileURL(join(root, 'dist/read-worker.mjs')),
    logger: true,
    setup: content.setup,
  })
  announce(server.url, content)

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

/** `own`: an installation with its own data, finished or not. `work`: the demo, or data loaded by hand. */
async function whatIsHeld(database: Database): Promise<'nothing' | 'begun' | 'own' | 'work'> {
  const setup = await currentSetup(database)
  if (setup) return setup.finishedAt ? 'own' : 'begun'
  return (await isEmpty(database)) ? 'nothing' : 'work'
}

interface Folders {
  /** The plans that come along; those that the bureau added; the demo. */
  readonly schemes: readonly string[]
  readonly more: readonly string[]
  readonly demo: string
}

interface Content {
  readonly plans: readonly DemoPlan[]
  readonly setup?: SetupDesk
}

/** The plans that come along judge the demo; who works with own data has the plan in the ledger. */
async function prepare(
  database: Database,
  held: Awaited<ReturnType<typeof whatIsHeld>>,
  wantsDemo: boolean,
  { schemes, more, demo }: Folders,
): Promise<Content> {
  const all = [...schemes, ...more]
  const putDemo = async () => loadDemo(database, demo, (await put(database, all)).schemes)
  if (held === 'work' || (held === 'nothing' && wantsDemo)) {
    if (wantsDemo) return { plans: await putDemo() }
    await put(database, all)
    return { plans: [] }
  }
  await put(database, more)
  if (held === 'own') return { plans: [] }
  const known = await readSchemes(all)
  return { plans: [], setup: { code: newCode(), schemes: known.schemes, loadDemo: putDemo } }
}

async function put(database: Database, dirs: readonly string[]) {
  const read = await loadSchemes(database, dirs)
  for (const { file, line, column, message, mend } of read.findings)
    console.warn(`${file}:${line}:${column} ${message} ${mend}`)
  return read
}

const HOLDS_DEMO = `这个库里已有数据（演示数据或手工装入的数据），不能作为空库开始。请另给一个数据目录：
  GUATU_DATA=~/guatu-data npm start -- --empty
This database holds data already (the demo, or loaded by hand). Give another folder:
  GUATU_DATA=~/guatu-data npm start -- --empty`

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

function announce(url: string, { plans, setup }: Content): void {
  console.log(`\n挂图 Guatu  ${url}\n`)
  if (setup) {
    console.log('这里还没有数据。用浏览器打开上面的地址，输入设置码，开始使用本单位的数据，或先看演示。')
    console.log(
      'Nothing is set up yet. Open the address, enter the code, and begin with your own data or see the demo.',
    )
    console.log(`\n  设置码 setup code  ${setup.code}\n`)
    console.log('设置码只在本窗口显示，每次启动更换，设置完成后失效。')
    console.log('It is shown here only, is new at every start, and is void once the setup is over.')
  }
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
