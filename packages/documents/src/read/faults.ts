/** Why a file was not read. Each has one message; its parameters are those of `ReadFaultParams`. */
export const READ_FAULTS = [
  'file.empty',
  'file.too-large',
  /** .xls, .et, .doc, .wps, .xlsb, .ods, a web page named .xls: to be saved as .xlsx. */
  'file.old-format',
  /** A .docx, .pdf, archive or the like; `found` names it. */
  'file.not-a-table',
  'file.encrypted',
  'file.broken',
  'file.unreadable',
  'file.unsafe-names',
  'file.too-many-entries',
  'file.unpacks-too-large',
  'file.entities',
  'file.no-rows',
  'file.too-many-sheets',
  'file.too-many-strings',
  'file.line-too-long',
  'file.quote-not-closed',
  'file.too-slow',
  'file.too-heavy',
  'sheet.too-many-rows',
  'sheet.too-many-columns',
  'sheet.too-many-cells',
  'sheet.too-many-merges',
  'sheet.merge-too-large',
  'sheet.text-too-long',
] as const
export type ReadFaultCode = (typeof READ_FAULTS)[number]

export interface ReadFaultParams {
  readonly sheet?: string
  readonly row?: number
  readonly column?: number
  readonly limit?: number
  /** What was met: a size or count, the kind of file, the part of the archive. */
  readonly found?: number | string
}

export interface ReadFault {
  readonly code: ReadFaultCode
  readonly params: Readonly<Record<string, string | number>> & ReadFaultParams
}

export function readFault(code: ReadFaultCode, params: ReadFaultParams = {}): ReadFault {
  const known = Object.entries(params).filter(([, value]) => value !== undefined)
  return { code, params: Object.fromEntries(known) }
}

/** Leaves a parse from deep inside; never crosses `readWorkbook`. */
export class Refused extends Error {
  readonly fault: ReadFault
  constructor(code: ReadFaultCode, params: ReadFaultParams = {}) {
    super(code)
    this.fault = readFault(code, params)
  }
}
