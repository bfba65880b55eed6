import { type ErrorBody, type Response, type Route, routes } from '@guatu/contract'

export interface Asked {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly bytes: Uint8Array | string }
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

export interface Answered<R extends Route> {
  readonly status: number
  readonly headers: Headers
  /** The answer, when there was no failure. */
  readonly body: Response<R>
  readonly error: ErrorBody['error']
}

/** Calls routes as a browser would, with its cookies. */
export class Client {
  readonly #cookies = new Map<string, string>()
  constructor(readonly base: string) {}

  async signIn(account: string, password: string): Promise<void> {
    const { status } = await this.call(routes.signIn, { body: { account, password } })
    if (status !== 200) throw new Error(`sign in as ${account}: ${status}`)
  }

  async call<R extends Route>(route: R, asked: Asked = {}): Promise<Answered<R>> {
    const answer = await this.fetch(route, asked)
    const json = answer.headers.get('content-type')?.startsWith('application/json') ? await answer.json() : {}
    return { status: answer.status, headers: answer.headers, body: json, error: json?.error }
  }

  /** The answer's body; throws with the failure when there is one. */
  async get<R extends Route>(route: R, asked: Asked = {}): Promise<Response<R>> {
    const { status, body, error } = await this.call(route, asked)
    if (status !== 200) throw new Error(`${route.name} ${status} ${JSON.stringify(error)}`)
    return body
  }

  async fetch(route: Route, { params = {}, query = {}, body, file, headers = {}, signal }: Asked = {}) {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(params[name] ?? 'x')),
    )
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    const form = new FormData()
    if (file) form.append('file', new File([file.bytes as BlobPart], file.name))
    const answer = await fetch(`${this.base}${path}?${search}`, {
      method: route.method,
      signal,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(route.method === 'GET' ? {} : { 'x-guatu': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: file
        ? form
        : typeof body === 'string'
          ? body
          : body === undefined
            ? undefined
            : JSON.stringify(body),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    return answer
  }
}
