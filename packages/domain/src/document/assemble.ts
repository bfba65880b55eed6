import { yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { DocumentInput } from './input.ts'
import type { Annex, Block, DocumentModel, Table } from './model.ts'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Headings 一、二、…; what has nothing to say is left out, and its number goes to the next. */
export const sectionsOf = (sections: readonly (readonly [string, readonly Block[]])[]): Block[] =>
  sections
    .filter(([, body]) => body.length > 0)
    .flatMap(([title, body], index): Block[] => [
      { kind: 'heading', level: 1, text: `${NUMERALS[index] ?? index + 1}、${title}` },
      ...body,
    ])

/** 表1, 表2, … in the order in which they stand; one alone needs no number. */
function tablesNumbered(blocks: readonly Block[]): readonly Block[] {
  const several = blocks.filter(block => block.kind === 'table' && block.table.caption !== '').length > 1
  if (!several) return blocks
  let number = 0
  return blocks.map(block => {
    if (block.kind !== 'table' || block.table.caption === '') return block
    number += 1
    const table: Table = { ...block.table, caption: `表${number} ${block.table.caption}` }
    return { kind: 'table', table }
  })
}

export const officeOf = (scheme: Scheme) => scheme.office?.name ?? scheme.source.issuer

interface Said {
  readonly layout: DocumentModel['layout']
  readonly mark: string
  readonly title: readonly string[]
  /** Whom it goes to unless the issue says otherwise; empty for none. */
  readonly to: string
  readonly blocks: readonly Block[]
  readonly annexes?: readonly Annex[]
}

/** What all kinds have alike: who signs, when, for whom, and where its figures stand. */
export function assemble(input: DocumentInput, said: Said): DocumentModel {
  const { running, facts, seq, hash, issue } = input
  const { scheme, asOf } = running.program
  const issuer = officeOf(scheme)
  const to = issue?.to ?? said.to
  return {
    layout: said.layout,
    mark: said.mark,
    issuer,
    numberYear: String(yearOf(issue?.date ?? asOf)),
    ...(issue?.number !== undefined && { number: issue.number }),
    title: said.title,
    to: to === '' ? '' : `${to.replace(/[:：]$/, '')}：`,
    blocks: tablesNumbered(said.blocks),
    signedBy: issuer,
    date: issue?.date ?? asOf,
    annexes: said.annexes ?? [],
    copyTo: issue?.copyTo ?? scheme.office?.copyTo ?? '',
    state: {
      draft: input.frozen !== true,
      asOf,
      seq,
      hash,
      synthetic: facts.projects.some(project => project.synthetic),
    },
  }
}
