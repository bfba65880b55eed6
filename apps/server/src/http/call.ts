import type { Response, Route } from '@guatu/contract'
import type { Result } from '@guatu/kernel'
import type { z } from 'zod'
import type { Session } from '../session/session.ts'
import type { Failure } from './failure.ts'
import type { Json } from './json.ts'

type Parsed<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends z.ZodType
  ? z.output<R[K]>
  : undefined

export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One call of a route, with everything about it already checked against the contract. */
export interface Call<R extends Route> {
  readonly params: Parsed<R, 'params'>
  readonly query: Parsed<R, 'query'>
  readonly body: Parsed<R, 'body'>
  readonly file: R extends { takes: 'file' } ? UploadedFile : undefined
  readonly session: R extends { open: true } ? undefined : Session
  readonly ip: string
  /** Aborted when whoever asked hangs up before the answer. */
  readonly signal: AbortSignal
  /** Cookies to set with the answer: null removes one. */
  setCookie(name: string, value: string | null): void
}

/** An answer that is a file. */
export interface Bytes {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly mediaType: string
}

/** The domain's values are read-only; the contract's shapes are the same without saying so. */
type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T

export type Answer<R extends Route> = R extends { gives: 'bytes' } ? Bytes : Deep<Response<R>>
export type Handler<R extends Route> = (call: Call<R>) => Promise<Result<Answer<R> | Json, Failure>>
