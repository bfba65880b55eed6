import {
  type Body,
  fillMessage,
  type Params,
  type Query,
  type Response,
  type Route,
  routes,
} from '@guatu/contract'

interface Asked<R extends Route> {
  readonly params?: Params<R>
  readonly query?: Query<R>
  readonly body?: Body<R>
  readonly file?: File
}

/** Calls the API as a browser would, one session per client. Throws with the server's own message on a refusal. */
export class Client {
  private cookie = ''
  constructor(readonly base: string) {}

  /** The same session against a server that has come up again elsewhere. */
  at(base: string): Client {
    const client = new Client(base)
    client.cookie = this.cookie
    return client
  }

  async signIn(account: string, password: string): Promise<void> {
    await this.call(routes.signIn, { body: { account, password } })
  }

  async call<R extends Route>(route: R, { params, query, body, file }: Asked<R> = {}): Promise<Response<R>> {
    const answer = await this.fetch(route, { params, query, body, file })
    const json = await answer.json()
    if (!answer.ok)
      throw new Error(`${route.name} ${answer.status}: ${json.error?.en ?? fillMessage('refused')}`)
    return json as Response<R>
  }

  async fetch<R extends Route>(route: R, { params, query, body, file }: Asked<R> = {}) {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as never)?.[name])),
    )
    const search = new URLSearchParams(Object.entries((query ?? {}) as Record<string, string>)).toString()
    const form = file && new FormData()
    form?.append('file', file as File)
    const answer = await fetch(`${this.base}${path}${search ? `?${search}` : ''}`, {
      method: route.method,
      headers: {
        cookie: this.cookie,
        ...(route.method === 'GET' ? {} : { 'x-guatu': '1', origin: this.base }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const set = answer.headers.getSetCookie()[0]
    if (set) this.cookie = set.split(';')[0] ?? ''
    return answer
  }
}
