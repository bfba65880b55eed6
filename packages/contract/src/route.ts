import type { z } from 'zod'
import type { ErrorCode } from './error.ts'
import type { Role } from './role.ts'

/** One call of the API: server, web client and OpenAPI are all made from it. */
export interface Route {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Who may call it; the table of role × route is tested whole. */
  readonly roles: readonly Role[]
  /** Callable without a session. */
  readonly open?: true
  /** Callable with the setup code, and only while an installation is being set up. */
  readonly setup?: true
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** `file`: the body is one multipart file; `bytes`: the answer is a file. */
  readonly takes?: 'file'
  readonly gives?: 'bytes'
  readonly response: z.ZodType
  /** Expected failures of this call, beyond those that any call can give. */
  readonly errors: readonly ErrorCode[]
}

export const defineRoute = <const R extends Route>(route: R): R => route

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends z.ZodType
  ? z.input<R[K]>
  : undefined
export type Params<R extends Route> = Part<R, 'params'>
export type Query<R extends Route> = Part<R, 'query'>
export type Body<R extends Route> = Part<R, 'body'>
export type Response<R extends Route> = z.output<R['response']>
