import {
  addKeys,
  KeyFileFault,
  KeyRing,
  makeKeyFile,
  readKeys,
  rotateKey,
  type SealedChannels,
  sealChannels,
} from '@guatu/store'
import { type Command, type Console, Refused } from './command/command.ts'
import { keyFile, withDatabase } from './input/database.ts'
import { inputPath, outputPath } from './input/path.ts'
import { table } from './table.ts'

/** The file of keys that open what the database keeps sealed; no key itself is ever printed. */
export const keys: Command = {
  usage: 'keys [list | new FILE | rotate | seal | add FILE]',
  about:
    '渠道密钥的密钥文件：列出、新建、换新、用现用密钥重新加密、并入另一文件 the file of keys: list, make, rotate, seal anew, add',
  options: {},
  words: [0, 2],
  async run({ words: [what = 'list', file] }, console) {
    const work = Object.hasOwn(WORK, what) ? WORK[what] : undefined
    if (!work || (file !== undefined) !== ['new', 'add'].includes(what))
      throw new Refused(`用法 usage: guatu ${keys.usage}`)
    await work(console, file ?? '').catch(refuse)
    return 0
  },
}

const WORK: Readonly<Record<string, (console: Console, file: string) => Promise<void>>> = {
  async list({ root, print }) {
    await list(await own(root), print)
  },
  async new({ root, print }, file) {
    const path = outputPath(root, file)
    await makeKeyFile(path)
    await list(path, print)
  },
  async rotate({ root, print, note }) {
    const path = await own(root)
    await rotateKey(path)
    await list(path, print)
    note(ROTATED)
  },
  async seal({ root, print }) {
    const ring = await KeyRing.of(await own(root))
    const done = await withDatabase(root, database => sealChannels(database, ring, true))
    print(said(done))
  },
  async add({ root, print }, file) {
    const path = await own(root)
    await addKeys(path, inputPath(root, file))
    await list(path, print)
  },
}

async function own(root: string): Promise<string> {
  const path = await keyFile(root)
  if (path === undefined) throw new Refused(NO_FILE)
  return path
}

async function list(path: string, print: Console['print']): Promise<void> {
  const found = await readKeys(path)
  if (!found) throw new KeyFileFault('key-file.missing', path)
  const rows = found.heads.map(({ id, cipher, madeAt }, index) => [
    id,
    cipher,
    madeAt,
    index === 0 ? '现用 seals' : '仅解密 opens',
  ])
  print(`${path}\n${table(['编号 id', '算法 cipher', '生成时间 made', '用途 use'], rows)}`)
}

const said = ({ sealed, resealed, lost }: SealedChannels) =>
  `首次加密 sealed ${sealed}  重新加密 sealed anew ${resealed}  无法读取 unreadable ${lost}`

function refuse(error: unknown): never {
  if (error instanceof KeyFileFault) throw new Refused(`${MESSAGES[error.code]}${error.path}`)
  throw error
}

const MESSAGES: Readonly<Record<KeyFileFault['code'], string>> = {
  'key-file.missing': '没有密钥文件 there is no file of keys: ',
  'key-file.broken': '密钥文件已损坏，未改动 the file of keys is damaged and was left as it is: ',
  'key-file.there': '密钥文件已存在，未改动 the file of keys is there and was left as it is: ',
}

const NO_FILE = `未设置 GUATU_KEY_FILE。先用 npm run -s guatu -- keys new FILE 新建密钥文件，再以该变量指定。
GUATU_KEY_FILE is not set. Make a file by the command above, then name it by that variable.`
const ROTATED = `此后用新密钥加密，旧密钥仍可解密。多台服务器请先把该文件复制到各台，再运行 npm run -s guatu -- keys seal。
The new key seals from now on, the old ones still open. Copy the file to your other servers first, then run the command above.`
