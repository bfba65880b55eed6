import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import npmChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** The Chromium that npm ships: needs no install step, no root, and no libraries of the system but libc. */
export async function openBrowser(): Promise<Browser> {
  const home = await unpacked()
  const executablePath = join(home, 'chromium')
  return chromium.launch({
    executablePath,
    headless: true,
    // The package's own arguments suit a lambda (one process, no web security); these only let root start it.
    args: ['--no-sandbox', '--font-render-hinting=none', '--lang=zh-CN'],
    env: { ...process.env, ...systemLacks(executablePath, home) } as Record<string, string>,
  })
}

/** Unpacked once per user and kept; a rename makes it whole or absent even when two test runs start at once. */
async function unpacked(): Promise<string> {
  const home = join(tmpdir(), `guatu-chromium-147-${process.getuid?.() ?? 'user'}`)
  if (existsSync(home)) return home
  const fresh = await mkdtemp(join(tmpdir(), 'guatu-chromium-'))
  // The package unpacks into the temporary folder, and its libraries only where it believes to be on Amazon Linux.
  const changed = { TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  const before = Object.keys(changed).map(name => [name, process.env[name]] as const)
  Object.assign(process.env, changed)
  try {
    await npmChromium.executablePath()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
  await rename(fresh, home).catch(async error => {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  })
  return home
}

/** Libraries and fonts from the package where the system has none of its own. */
function systemLacks(executablePath: string, home: string): Record<string, string> {
  const lacks: Record<string, string> = {}
  const libraries = execFileSync('ldd', [executablePath], { encoding: 'utf8' })
  if (libraries.includes('not found')) lacks.LD_LIBRARY_PATH = join(home, 'al2023', 'lib')
  if (!existsSync('/etc/fonts')) lacks.FONTCONFIG_PATH = join(home, 'fonts')
  return lacks
}
