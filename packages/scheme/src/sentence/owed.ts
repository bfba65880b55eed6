import type { DocumentDue } from '../language/document.ts'
import type { Task } from '../language/task.ts'
import { type Saying, sentenceOf, termWords, unitsWords, whenWords } from './parts.ts'
import { nameOf } from './words.ts'

export function taskSentence(task: Task, say: Saying): string {
  const { lang } = say
  const who = unitsWords(task.owners, say)
  const least = leastWords(task.atLeast, say)
  return lang === 'zh'
    ? sentenceOf([task.name, `由${who}负责`, whenWords(task, say), `以${task.evidence}为据`, least], lang)
    : `${nameOf(task, lang)}: ${[who, whenWords(task, say), `shown by ${task.evidenceEn}`, least].filter(Boolean).join(', ')}.`
}

export function documentSentence(document: DocumentDue, say: Saying): string {
  const { lang } = say
  const who = unitsWords(document.owners, say)
  const least = leastWords(document.atLeast, say)
  const term = document.within && termWords(document.within, lang)
  if (lang === 'zh')
    return sentenceOf(
      [
        document.name,
        `由${who}报送${document.to}`,
        whenWords(document, say),
        term ? `期末后${term}内` : '',
        least,
      ],
      lang,
    )
  const parts = [
    `${who} to ${document.toEn}`,
    whenWords(document, say),
    term ? `within ${term} after the period` : '',
    least,
  ]
  return `${document.nameEn}: ${parts.filter(Boolean).join(', ')}.`
}

/** One is what everybody takes for granted. */
function leastWords(atLeast: number, { lang }: Saying): string {
  if (atLeast === 1) return ''
  return lang === 'zh' ? `不少于${atLeast}份` : `at least ${atLeast}`
}
