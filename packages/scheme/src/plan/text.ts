import type { Scheme } from '../language/scheme.ts'
import { document } from './party.ts'
import type { PlanReport } from './report.ts'

/** Shorter ones are set phrases. */
const SHORTEST = 16
/** Characters that a wrong encoding leaves behind, a year without its closing bracket, a date without its marks. */
const BROKEN = [/\?{4,}/, /[\ufffd\ue000-\uf8ff]/, /〔\d{4}(?!〕)/, /(?<![\d.])20\d{5,6}(?![\d.-])/]

/** What copying and publishing did to the issued text. */
export function issuedText(scheme: Scheme, text: string, report: PlanReport): void {
  const twice = repeated(text)
  if (twice.length > 0)
    report(
      'text.repeated',
      [document(scheme)],
      `有${twice.length}句重复，第一句以“${twice[0]?.slice(0, 8)}”开头`,
      `sentences that stand twice: ${twice.length}, the first begins "${twice[0]?.slice(0, 8)}"`,
    )
  const broken = text.split(/\r?\n/).flatMap((line, at) => (BROKEN.some(of => of.test(line)) ? [at + 1] : []))
  if (broken.length > 0)
    report(
      'text.broken',
      [document(scheme)],
      `文字残缺：第${broken.join('、')}行`,
      `broken characters, numbers or dates: lines ${broken.join(', ')}`,
    )
}

/** Whole sentences, without the number before them; lines of a form have no full stop. */
function repeated(text: string): string[] {
  const seen = new Map<string, number>()
  for (const line of text.normalize('NFKC').split(/\r?\n/)) {
    for (const sentence of line.split('。').slice(0, -1)) {
      const plain = sentence.replace(/\s/g, '').replace(/^(\([一二三四五六七八九十]+\)|\d+\.)/, '')
      if (plain.length >= SHORTEST) seen.set(plain, (seen.get(plain) ?? 0) + 1)
    }
  }
  return [...seen].filter(([, times]) => times > 1).map(([sentence]) => sentence)
}
