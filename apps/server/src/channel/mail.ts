import { createHash } from 'node:crypto'
import { type ChannelMessage, type MailSetting, type Outcome, redact, secretsOf } from '@guatu/domain'
import { createTransport } from 'nodemailer'

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
  timeoutMs: number,
): Promise<Outcome> {
  const { host, port, tls, user, password, from } = setting
  const transport = createTransport({
    host,
    port,
    secure: tls,
    ...(user ? { auth: { user, pass: password } } : {}),
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
    return { kind: 'failed', error: redact(reasonOf(error), secretsOf(setting)) }
  } finally {
    transport.close()
  }
}

const MOST = 120

/** The library's code and the server's answer. */
function reasonOf(error: unknown): string {
  const { code, response } = error as { code?: string; response?: string }
  const said = response ? `: ${[...response].slice(0, MOST).join('')}` : ''
  return `smtp ${code ?? 'failed'}${said}`
}
