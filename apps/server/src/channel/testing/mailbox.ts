import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

export interface Mailbox {
  readonly port: number
  readonly letters: { readonly to: string; readonly source: string }[]
  /** Refuses every letter with this answer. */
  refusal?: { readonly code: number; readonly text: string }
}

/** An SMTP server that lets in who has the password, and keeps what it is given. */
export async function mailbox(user: string, password: string): Promise<Mailbox> {
  const self: Mailbox = { port: 0, letters: [] }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    // It would ask a name server who calls.
    disableReverseLookup: true,
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === password
        ? done(null, { user })
        : done(new Error(`wrong password ${auth.password}`)),
    onData: (stream, session, done) => {
      let source = ''
      stream.on('data', chunk => {
        source += chunk
      })
      stream.on('end', () => {
        if (self.refusal)
          return done(Object.assign(new Error(self.refusal.text), { responseCode: self.refusal.code }))
        for (const { address } of session.envelope.rcptTo) self.letters.push({ to: address, source })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))
  return Object.assign(self, { port: (server.server.address() as AddressInfo).port })
}
