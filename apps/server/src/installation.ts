import { readAllowedHosts } from '@guatu/domain'
import { type Database, KeyFileFault, type KeyPlace, KeyRing, keyPath, sealChannels } from '@guatu/store'
import type { Installation } from './app.ts'
import { outsideOf } from './channel/address.ts'

/** GUATU_KEY_FILE and GUATU_ALLOW_HOSTS say something that cannot be followed: told on the terminal. */
export class WrongInstallation extends Error {}

/** Keys from a file that must be there when it is named, and is made beside the embedded database otherwise. */
export async function installationOf(
  place: KeyPlace,
  allowHosts: string | undefined,
): Promise<Required<Omit<Installation, 'makerUrl'>>> {
  const { hosts, wrong } = readAllowedHosts(allowHosts ?? '')
  if (wrong.length > 0) throw new WrongInstallation(WRONG_HOSTS(wrong.join(', ')))
  return { keys: await keysAt(place), outside: outsideOf(hosts) }
}

async function keysAt(place: KeyPlace): Promise<KeyRing> {
  const path = keyPath(place)
  if (path === undefined) return KeyRing.none
  try {
    return await (place.keyFile ? KeyRing.of(path) : KeyRing.made(path))
  } catch (error) {
    if (error instanceof KeyFileFault) throw new WrongInstallation(KEY_FILE(path))
    throw error
  }
}

/** Seals what older versions left as it was; says which channels wait for their secrets. */
export async function sealAtStart(database: Database, keys: KeyRing, say: (line: string) => void) {
  const { sealed, lost } = await sealChannels(database, keys)
  if (sealed > 0) say(SEALED(sealed))
  if (lost > 0) say(keys.canSeal ? LOST(lost) : NO_KEY(lost))
}

const WRONG_HOSTS = (wrong: string) => `GUATU_ALLOW_HOSTS 中有不是主机名的内容：${wrong}。请改正后重新启动。
GUATU_ALLOW_HOSTS names what is no host: ${wrong}. Mend it and start again.`
const KEY_FILE = (
  path: string,
) => `密钥文件读不到或已损坏：${path}。服务未启动。请放回该文件；新建用 npm run -s guatu -- keys new ${path}
The key file is missing or damaged: ${path}. The server was not started. Put it back, or make one by the command above.`
const SEALED = (count: number) => `已将 ${count} 个渠道的密钥加密保存。旧备份中仍有明文，请妥善处理。
The secrets of ${count} channels are encrypted now. Older backups still hold them as they were: mind those.`
const LOST = (
  count: number,
) => `${count} 个渠道的密钥无法读取，暂不发送；请放回密钥文件，或在“消息渠道”页重新填写。
The secrets of ${count} channels cannot be read, and they send nothing: put the key file back, or give the secrets again on the channels page.`
const NO_KEY = (count: number) => `未设置 GUATU_KEY_FILE，${count} 个渠道暂不发送。
GUATU_KEY_FILE is not set: ${count} channels send nothing.`
