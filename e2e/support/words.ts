import { readFileSync } from 'node:fs'

type Words = Readonly<Record<string, string>>
const read = (language: string): Words =>
  JSON.parse(
    readFileSync(new URL(`../../apps/web/src/language/${language}.json`, import.meta.url), 'utf8'),
  ) as Words
const words = { zh: read('zh'), en: read('en') }

/** What the screen says for a key. Throws where the web app has no such text. */
export function say(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  language: 'zh' | 'en' = 'zh',
): string {
  const text = words[language][key]
  if (text === undefined) throw new Error(`the web app has no text ${key}`)
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]))
}
