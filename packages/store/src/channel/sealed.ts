import type { ChannelSetting, SecretName } from '@guatu/domain'
import { SECRET_NAMES, secretsOf } from '@guatu/domain'
import type { Row } from '../scope/scope.ts'
import type { KeyRing } from '../secret/key-ring.ts'

type Sealed = Partial<Record<SecretName, string>>
type ChannelRow = Pick<Row<'channel'>, 'channel' | 'body' | 'sealed'>

/** A setting with the secrets that could be opened; the others are empty in it. */
export interface OpenedSetting {
  readonly setting: ChannelSetting
  /** Secrets that are kept and that no key opens: to be given again. */
  readonly lost: readonly SecretName[]
}

/** Moved to another row or name, a sealed secret does not open. */
const whose = (jurisdiction: string, channel: string, name: SecretName) => [
  'channel',
  jurisdiction,
  channel,
  name,
]

export async function openSetting(
  keys: KeyRing,
  jurisdiction: string,
  { channel, body, sealed }: ChannelRow,
): Promise<OpenedSetting> {
  const secrets: Record<string, string> = {}
  const lost: SecretName[] = []
  const names = channel === 'mail' ? (['password'] as const) : (['token', 'secret'] as const)
  for (const name of names) {
    const text = (sealed as Sealed)[name]
    const opened = text === undefined ? undefined : await keys.open(text, whose(jurisdiction, channel, name))
    secrets[name] = opened ?? ''
    if ((text !== undefined && opened === undefined) || name in plainIn(body)) lost.push(name)
  }
  return { setting: { ...(body as object), ...secrets, channel } as ChannelSetting, lost }
}

/** What is written of a setting: all but its secrets, and its secrets sealed. */
export async function sealSetting(
  keys: KeyRing,
  jurisdiction: string,
  setting: ChannelSetting,
): Promise<{ readonly body: object; readonly sealed: Sealed }> {
  return {
    body: withoutSecrets(setting),
    sealed: await sealAll(keys, jurisdiction, setting.channel, secretsOf(setting)),
  }
}

export async function sealAll(
  keys: KeyRing,
  jurisdiction: string,
  channel: string,
  secrets: Sealed,
): Promise<Sealed> {
  const sealed: Sealed = {}
  for (const name of SECRET_NAMES) {
    const text = secrets[name]
    if (text) sealed[name] = await keys.seal(text, whose(jurisdiction, channel, name))
  }
  return sealed
}

/** Secrets that were written before there was a key. */
export const plainIn = (body: unknown): Sealed => secretsOf(body as ChannelSetting)

export const withoutSecrets = (body: object): object =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name]) => name !== 'channel' && !(SECRET_NAMES as readonly string[]).includes(name),
    ),
  )
