import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** npm runs scripts in the clone; what was typed is meant from where it was typed, the clone stands in. */
export function inputPath(root: string, path: string): string {
  const typed = resolve(typedFrom(root), path)
  const inClone = resolve(root, path)
  return !existsSync(typed) && existsSync(inClone) ? inClone : typed
}

export const outputPath = (root: string, path: string): string => resolve(typedFrom(root), path)

const typedFrom = (root: string): string =>
  process.cwd() === resolve(root) ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()
