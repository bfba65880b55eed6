/** A series of 文号: what is counted by itself, of one 机关代字 and one year. */
export interface NumberSeries {
  /** `document` or `report`: see `DocumentKind.series`. */
  readonly series: string
  /** 机关代字, e.g. 柞发改; empty where the series goes without. */
  readonly code: string
  readonly year: number
}

/** `柞发改〔2020〕12号`, a report `〔2020〕第12期`: six-cornered brackets, no 第 and no padding (GB/T 9704, 7.2.5). */
export const numberText = ({ series, code, year }: NumberSeries, number: number): string =>
  series === 'report' ? `${code}〔${year}〕第${number}期` : `${code}〔${year}〕${number}号`
