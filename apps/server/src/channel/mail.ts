import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import {
  type ChannelMessage,
  type HostTrust,
  type MailSetting,
  mailHost,
  type Outcome,
  redact,
  secretsOf,
} from '@guatu/domain'
import { createTransport } from 'nodemailer'
import { addressesOf, type Outside } from './address.ts'

export interface Letter {
  readonly to: string
  readonly told: ChannelMessage
  /** The same at every try, so that a mail program shows one letter even where two arrive. */
  readonly key: string
}

/** One letter by the bureau's own SMTP server. Never throws. */
export async function sendMail(
  setting: MailSetting,
  { to, told, key }: Letter,
  outside: Outside,
  timeoutMs: number,
): Promise<Outcome> {
  const { host, port, from } = setting
  const trust = mailHost(host, port, outside.allowed)
  const addresses = await addressesOf(outside, host, trust, timeoutMs)
  if (!addresses.ok) return { kind: 'failed', error: addresses.error }
  const transport = createTransport({
    ...reachOf(setting, addresses.value[0], trust),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject: told.title,
      text: [told.body, told.link].filter(Boolean).join('\n\n'),
      messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${from.split('@')[1]}>`,
    })
    return { kind: 'sent' }
  } catch (error) {
    return { kind: 'failed', error: redact(reasonOf(error), Object.values(secretsOf(setting))) }
  } finally {
    transport.close()
  }
}

/** How the server is called: at the address that was looked at, under the name that its certificate must bear. */
export const reachOf = (
  { host, port, tls, user, password }: MailSetting,
  address: string,
  trust: HostTrust,
) => ({
  host: address,
  port,
  secure: tls,
  ...(isIP(host) === 0 && { tls: { servername: host } }),
  ...(user && { auth: { user, pass: password } }),
  // On the public net a password goes out encrypted or not at all.
  requireTLS: user !== '' && trust === 'known',
})

const MOST = 120

/** The library's code and the server's answer. */
function reasonOf(error: unknown): string {
  const { code, response } = error as { code?: string; response?: string }
  const said = response ? `: ${[...response].slice(0, MOST).join('')}` : ''
  return `smtp ${code ?? 'failed'}${said}`
}
