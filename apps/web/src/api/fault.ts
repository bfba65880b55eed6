/** An answer that is not what was asked for: a code of the contract, or `network` where no answer came. */
export class ApiFault extends Error {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly status: number

  constructor(code: string, zh: string, en: string, status: number) {
    super(`${code}: ${en}`)
    this.code = code
    this.zh = zh
    this.en = en
    this.status = status
  }
}

export const NETWORK = 'network'
