import type { NumberSeries } from '@guatu/domain'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { readScope, type Scope, type ScopedTx, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { issueDocument, issuedDocuments } from './issued.ts'
import { nextNumber, type TakenNumber, takeNumber } from './number.ts'
import { addTemplate, documentTemplate, retireTemplate } from './template.ts'

const database = await testDatabase()
for (const id of ['zs', 'xx']) await createJurisdiction(database, { id, name: id })
const scopeOf = (jurisdiction: string): Scope => ({ jurisdiction, person: 'li', reads: 'all' })
const scope = scopeOf('zs')
const series = (code: string, year = 2020): NumberSeries => ({ series: 'document', code, year })

const issueIn = (tx: ScopedTx, number?: TakenNumber) =>
  issueDocument(
    tx,
    {
      kind: 'bulletin',
      fileName: '通报.docx',
      mediaType: 'x/y',
      asOf: '2020-05-31',
      seq: 7,
      bytes: Uint8Array.of(1),
      number,
      distribution: { to: '各镇', copyTo: '县委办' },
      closing: '2020-05',
    },
    { scheme: 'plan', schemeHash: 'p', engine: '1', text: ['{}'] },
  )
const issue = (of: NumberSeries, where = scope) =>
  withScope(database, where, async tx => {
    const number = await takeNumber(tx, of)
    await issueIn(tx, number)
    return number.text
  })

describe('a series of numbers', () => {
  it('counts on by one, by office code, year and jurisdiction', async () => {
    expect(await issue(series('柞发改'))).toBe('柞发改〔2020〕1号')
    expect(await issue(series('柞发改'))).toBe('柞发改〔2020〕2号')
    expect(await issue(series('柞政办'))).toBe('柞政办〔2020〕1号')
    expect(await issue(series('柞发改', 2021))).toBe('柞发改〔2021〕1号')
    expect(await issue(series('柞发改'), scopeOf('xx'))).toBe('柞发改〔2020〕1号')
    expect(await issue({ series: 'report', code: '', year: 2020 })).toBe('〔2020〕第1期')
    expect(await readScope(database, scope, tx => nextNumber(tx, series('柞发改')))).toBe(3)
  })

  it('gives twenty that are issued at the same moment twenty numbers in a row', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => issue(series('同时'))))
    const wanted = Array.from({ length: 20 }, (_, i) => `同时〔2020〕${i + 1}号`)
    expect(new Set(given)).toEqual(new Set(wanted))
  })

  it('takes a number back that no document was kept with', async () => {
    await issue(series('退回'))
    const failing = withScope(database, scope, async tx => {
      await takeNumber(tx, series('退回'))
      throw new Error('no paper')
    })
    await expect(failing).rejects.toThrow('no paper')
    expect(await issue(series('退回'))).toBe('退回〔2020〕2号')
  })

  it('lets no number go without its document, nor a document with one that was not counted', async () => {
    const unused = withScope(database, scope, tx => takeNumber(tx, series('空号')))
    await expect(unused).rejects.toThrow('is of no document')
    const made = { ...series('空号'), number: 5, text: '空号〔2020〕5号' }
    await expect(withScope(database, scope, tx => issueIn(tx, made))).rejects.toThrow('was not counted')
    expect(await issue(series('空号'))).toBe('空号〔2020〕1号')
    const again = { ...series('空号'), number: 1, text: '空号〔2020〕1号' }
    await expect(withScope(database, scope, tx => issueIn(tx, again))).rejects.toThrow(
      'issued_document_numbered',
    )
  })

  it.each([
    ['jumps', sql`update document_number set last = last + 2 where code = '柞发改'`, 'counts on by one'],
    ['goes back', sql`update document_number set last = last - 1 where code = '柞发改'`, 'counts on by one'],
    ['begins late', sql`insert into document_number values ('zs', 's', 'c', 2020, 2)`, 'counts on by one'],
    ['is deleted', sql`delete from document_number`, 'append-only'],
  ])('never %s, not for the owner of the tables either', async (_, change, message) => {
    await expect(change.execute(database.kysely)).rejects.toThrow(message)
  })

  it('stands with the document, its distribution and its period', async () => {
    const [last] = await readScope(database, scope, issuedDocuments)
    expect(last).toMatchObject({
      number: '空号〔2020〕1号',
      distribution: { to: '各镇', copyTo: '县委办' },
      closing: '2020-05',
      template: null,
    })
  })
})

describe('a template', () => {
  it('is in force from when it is added until another is, or none any more', async () => {
    const add = (fileName: string) =>
      withScope(database, scope, tx =>
        addTemplate(tx, { kind: 'bulletin', fileName, bytes: new TextEncoder().encode(fileName) }),
      )
    const now = (where = scope) => readScope(database, where, tx => documentTemplate(tx, 'bulletin'))
    expect(await now()).toBeUndefined()
    await add('一.docx')
    const id = await add('二.docx')
    expect(await now()).toMatchObject({ id, fileName: '二.docx', addedBy: 'li' })
    expect(new TextDecoder().decode((await now())?.bytes)).toBe('二.docx')
    expect(await now(scopeOf('xx'))).toBeUndefined()
    await withScope(database, scope, tx => retireTemplate(tx, 'bulletin'))
    expect(await now()).toBeUndefined()
  })
})
