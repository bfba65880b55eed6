import type { ParseArgsConfig } from 'node:util'

/** Where a command runs and speaks. */
export interface Console {
  /** The clone. */
  readonly root: string
  /** A result: one line or one JSON document on stdout. */
  print(text: string): void
  /** Everything that is not the result, on stderr. */
  note(text: string): void
}

/** 0 fine, 1 findings, 2 bad usage or input. */
export type Exit = 0 | 1 | 2

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Given {
  readonly words: readonly string[]
  readonly values: Values
}

export interface Command {
  /** `check [SCHEME…] [--json]` */
  readonly usage: string
  readonly about: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Least and most words after the command. */
  readonly words: readonly [number, number]
  run(given: Given, console: Console): Promise<Exit>
}

/** Bad usage or input: told in one line, exit 2. */
export class Refused extends Error {}

export const text = { type: 'string' } as const
/** May be given several times. */
export const texts = { type: 'string', multiple: true } as const
export const flag = { type: 'boolean' } as const

/** The value of an option that must be there. */
export function need(values: Values, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new Refused(`--${name} 未给出 --${name} is missing`)
  return value
}

export function given(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
