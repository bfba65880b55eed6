import { compact } from '@guatu/kernel'
import type { Sheet, Workbook } from '../grid.ts'
import type { ClassifiedFault } from './model.ts'

/** 涉密 without a word before it that denies it, or after it that speaks of secrets in general. */
const SECRET =
  /(?<!非|不|未|无|不含|否|不得有|不涉及|没有)涉密(?!.{0,8}(?:不得|不填|不报|除外|严禁|请勿|不要|不在|勿))/
const GRADE =
  /(?:秘密|机密|绝密)[★☆*]|[★☆](?:秘密|机密|绝密)|^[([【]?(?:秘密|机密|绝密)[)\]】]?$|密级[::](?:秘密|机密|绝密)/
const YES = /^(?:是|涉密|秘密|机密|绝密|y|yes|true|√|✓|1)$/

/**
 * The first cell that marks a secret project. Such a file must not be taken at all (项目在线平台不得录入涉密项目).
 * A column headed 是否涉密 is asked for its answer; its header and a plain 否 mark nothing.
 */
export function findClassified(sheet: Sheet): ClassifiedFault | undefined {
  const asked = new Set<number>()
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = sheet.rows[r] ?? []
    for (let c = 0; c < row.length; c++) {
      const cell = row[c]
      if (!cell || !(cell.text.includes('密') || (asked.size > 0 && asked.has(c)))) continue
      const text = compact(cell.text)
      if (text.length <= 12 && /是否涉密|涉密(?:情况|与否|标[志识])|密级$/.test(text)) {
        asked.add(c)
        continue
      }
      if (SECRET.test(text) || GRADE.test(text) || (asked.has(c) && YES.test(text)))
        return { code: 'row.classified', params: { sheet: sheet.name, row: r + 1, column: c + 1 } }
    }
  }
  return undefined
}

/** One marked row in any sheet, a hidden one too, closes the whole file. */
export function findClassifiedIn(workbook: Workbook): ClassifiedFault | undefined {
  for (const sheet of workbook.sheets) {
    const found = findClassified(sheet)
    if (found) return found
  }
  return undefined
}
