import type { Channel, NoticeKind } from './kinds.ts'
import type { MessageFormat } from './message.ts'

interface Common {
  readonly on: boolean
  /** Kinds that go out by it; none named: all. */
  readonly kinds: readonly NoticeKind[]
  /** Where people reach the product, `http://10.1.2.3:8787`: stands before a notice's link. */
  readonly site: string
}

export interface MailSetting extends Common {
  readonly channel: 'mail'
  readonly host: string
  readonly port: number
  /** TLS from the first byte (465); else STARTTLS where the server offers it. */
  readonly tls: boolean
  readonly user: string
  readonly from: string
  readonly password: string
}

export interface BotSetting extends Common {
  readonly channel: Exclude<Channel, 'mail'>
  /** Scheme and host: the maker's own, or a private one. */
  readonly base: string
  readonly format: MessageFormat
  /** The robot's key (企业微信), access_token (钉钉) or hook id (飞书). */
  readonly token: string
  /** For signatures; empty where the robot asks for none. */
  readonly secret: string
}

export type ChannelSetting = MailSetting | BotSetting

export const SECRET_NAMES = ['password', 'token', 'secret'] as const
export type SecretName = (typeof SECRET_NAMES)[number]

/** What may stand in no log, error, answer or backup, by name; those that are not set are left out. */
export function secretsOf(setting: ChannelSetting): Readonly<Partial<Record<SecretName, string>>> {
  const said = setting as Partial<Record<SecretName, string>>
  return Object.fromEntries(SECRET_NAMES.flatMap(name => (said[name] ? [[name, said[name]]] : [])))
}

/** The text without the secrets, also as they stand in an address. */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets
    .flatMap(secret => [secret, encodeURIComponent(secret)])
    .reduce((left, secret) => left.replaceAll(secret, '***'), text)

export const takesKind = (setting: ChannelSetting, kind: NoticeKind): boolean =>
  setting.on && (setting.kinds.length === 0 || setting.kinds.includes(kind))
