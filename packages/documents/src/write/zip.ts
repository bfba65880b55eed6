import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Text parts of an office file by path. */
type Patch = Readonly<Record<string, (part: string) => string>>

/** The earliest time a zip can hold. fflate reads it back in local time, so this is local too: the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 1)

/** Stands first: what tells a tool that looks at the first bytes which kind of file this is. */
const CONTENT_TYPES = '[Content_Types].xml'

/**
 * Packs an office file again with one fixed time, its parts patched where named; a patch without its part throws.
 * Compressed in JavaScript, as zlib's output differs between processors.
 */
export function repack(bytes: Uint8Array, patch: Patch): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, change] of Object.entries(patch)) {
    const part = parts[path]
    if (!part) throw new Error(`no part ${path} in the file`)
    parts[path] = strToU8(change(strFromU8(part)))
  }
  const files: Zippable = {}
  const paths = Object.keys(parts).filter(path => !path.endsWith('/') && path !== CONTENT_TYPES)
  for (const path of [CONTENT_TYPES, ...paths]) files[path] = parts[path] ?? new Uint8Array()
  return zipSync(files, { mtime: FIXED_TIME, level: 6 })
}
