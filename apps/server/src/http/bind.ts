import type { Role, Route } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType } from 'zod'
import type { Session } from '../session/session.ts'
import type { Answer, Bytes, Call, Handler, UploadedFile } from './call.ts'
import { cookieOptions } from './cookie.ts'
import { errorBodyOf, type Failure, refuse, statusOf } from './failure.ts'
import { Json } from './json.ts'
import { allStorable } from './storable.ts'
import { readUpload } from './upload.ts'

export interface Gate {
  /** The session that a request carries, if any. */
  sessionOf(request: FastifyRequest): Promise<Session | undefined>
  /** Refuses where no installation is being set up, or the request does not carry its code. */
  admitSetup(request: FastifyRequest): Promise<Result<undefined, Failure>>
  /** Compares each answer with the contract: for tests, where a difference is a bug. */
  readonly checkAnswers: boolean
}

/** A page of another site cannot send it, and no form can: with SameSite=Strict the second lock against forged calls. */
const OWN_PAGE = 'x-guatu'

/** Registers one route of the contract: session, role, shape of the request, then the handler. */
export function bind<R extends Route>(
  server: FastifyInstance,
  gate: Gate,
  route: R,
  handler: Handler<R>,
): void {
  server.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const admitted = await admit(gate, route, request)
      if (!admitted.ok) return refused(request, reply, admitted.error)
      const call = await readCall(route, request, reply, admitted.value)
      if (!call.ok) return refused(request, reply, call.error)
      const answer = await handler(call.value)
      if (!answer.ok) return refused(request, reply, answer.error)
      return send(gate, route, reply, answer.value)
    },
  })
}

async function admit(
  gate: Gate,
  route: Route,
  request: FastifyRequest,
): Promise<Result<Session | undefined, Failure>> {
  if (!route.open) {
    const session = await gate.sessionOf(request)
    if (!session) return refuse('session.none')
    if (!mayCall(route, session.post.role)) return refuse('role.not-allowed')
    return request.method === 'GET' ? ok(session) : admitWrite(request, session)
  }
  if (route.setup) {
    const admitted = await gate.admitSetup(request)
    if (!admitted.ok) return admitted
  }
  return request.method === 'GET' ? ok(undefined) : admitWrite(request, undefined)
}

function admitWrite<S>(request: FastifyRequest, session: S): Result<S, Failure> {
  if (request.headers[OWN_PAGE] !== '1') return refuse('request.invalid', { place: `header ${OWN_PAGE}` })
  const { asOf, knownAt } = request.query as Record<string, unknown>
  // Whoever looks at another moment than now says so in the address; nothing can be written there.
  return asOf === undefined && knownAt === undefined ? ok(session) : refuse('time.past')
}

export const mayCall = (route: Route, role: Role) => route.roles.includes(role)

async function readCall<R extends Route>(
  route: R,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | undefined,
): Promise<Result<Call<R>, Failure>> {
  const params = parse(route.params, request.params, 'path')
  if (!params.ok) return params
  const query = parse(route.query, request.query, 'query')
  if (!query.ok) return query
  const body = parse(route.body, request.body, 'body')
  if (!body.ok) return body
  let file: UploadedFile | undefined
  if (route.takes === 'file') {
    const upload = await readUpload(request)
    if (!upload.ok) return upload
    file = upload.value
  }
  const call = {
    params: params.value,
    query: query.value,
    body: body.value,
    file,
    session,
    ip: request.ip,
    get signal() {
      return hangingUp(reply)
    },
    setCookie: (name: string, value: string | null) => {
      if (value === null) void reply.clearCookie(name, cookieOptions(request))
      else void reply.setCookie(name, value, cookieOptions(request))
    },
  }
  return ok(call as Call<R>)
}

function parse(schema: ZodType | undefined, value: unknown, where: string): Result<unknown, Failure> {
  if (!schema) return ok(undefined)
  if (!allStorable(value)) return refuse('request.invalid', { place: where })
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return ok(parsed.data)
  const places = parsed.error.issues.slice(0, 5).map(issue => [where, ...issue.path.map(String)].join('.'))
  return refuse('request.invalid', { place: [...new Set(places)].join(', ') })
}

/** Made for who asks for it: most calls are over before anybody could hang up. */
function hangingUp({ raw }: FastifyReply): AbortSignal {
  if (raw.destroyed) return AbortSignal.abort()
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort()
  })
  return controller.signal
}

function refused(request: FastifyRequest, reply: FastifyReply, failure: Failure): FastifyReply {
  if (failure.cause) request.log.error({ err: failure.cause, id: failure.params?.id }, failure.code)
  const seconds = failure.params?.seconds
  if (failure.code === 'session.slow-down' && seconds !== undefined) reply.header('retry-after', seconds)
  return reply.status(statusOf(failure)).send(errorBodyOf(failure))
}

function send<R extends Route>(
  gate: Gate,
  route: R,
  reply: FastifyReply,
  answer: Answer<R> | Json,
): FastifyReply {
  if (answer instanceof Json) return sendJson(gate, route, reply, answer)
  if (route.gives === 'bytes') {
    const { bytes, fileName, mediaType } = answer as Bytes
    return reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  }
  return reply.send(gate.checkAnswers ? route.response.parse(answer) : answer)
}

function sendJson(gate: Gate, route: Route, reply: FastifyReply, { bytes }: Json): FastifyReply {
  if (gate.checkAnswers) route.response.parse(JSON.parse(Buffer.from(bytes).toString()))
  return reply.header('content-type', 'application/json; charset=utf-8').send(bytes)
}
