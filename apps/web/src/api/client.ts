import {
  type Body,
  errorBody,
  type Params,
  type Query,
  type Response,
  type Route,
  SETUP_CODE,
} from '@guatu/contract'
import { sessionEnded } from '../session/ended.ts'
import { ApiFault, NETWORK } from './fault.ts'
import type { SentFile } from './save-file.ts'
import { setupCode } from './setup-code.ts'

export interface Input<R extends Route> {
  readonly params?: Params<R>
  readonly query?: Query<R>
  readonly body?: Body<R>
  readonly file?: File
  readonly signal?: AbortSignal
}

/** Address of a call with its parameters filled in; what is undefined or empty is left out. */
export function address<R extends Route>(route: R, { params, query }: Input<R>): string {
  const values = Object.entries((params ?? {}) as Record<string, unknown>)
  const path = values.reduce<string>(
    (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(String(value))),
    route.path,
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** One call of the API. Throws `ApiFault` for every answer that is not a success. */
export async function call<R extends Route>(route: R, input: Input<R> = {}): Promise<Response<R>> {
  const answer = await send(route, input)
  return (await answer.json()) as Response<R>
}

/** One call that answers with a file. */
export async function callFile<R extends Route>(route: R, input: Input<R> = {}): Promise<SentFile> {
  const answer = await send(route, input)
  const [, name = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  return { blob: await answer.blob(), name: decodeURIComponent(name) }
}

async function send<R extends Route>(route: R, input: Input<R>): Promise<globalThis.Response> {
  const headers: Record<string, string> = {}
  if (route.method !== 'GET') headers['x-guatu'] = '1'
  if (route.setup) headers[SETUP_CODE] = setupCode() ?? ''
  let body: string | FormData | undefined
  if (input.file) {
    body = new FormData()
    body.append('file', input.file)
  } else if (input.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(input.body)
  }
  const answer = await fetch(address(route, input), {
    method: route.method,
    headers,
    body,
    signal: input.signal,
  }).catch((error: unknown) => {
    if (input.signal?.aborted) throw error
    throw new ApiFault(NETWORK, '', '', 0)
  })
  if (answer.ok) return answer
  const fault = faultOf(answer.status, await answer.text())
  if (fault.code === 'session.none') sessionEnded(true)
  throw fault
}

export function faultOf(status: number, text: string): ApiFault {
  const parsed = errorBody.safeParse(jsonOf(text))
  if (!parsed.success) return new ApiFault(NETWORK, '', '', status)
  const { code, zh, en } = parsed.data.error
  return new ApiFault(code, zh, en, status)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
