import { type Minor, parseMoney } from '@guatu/kernel'

/** Signs of main currency units that may end an amount, 元 for the yuan's own units (万元, 亿元). */
const SIGN = /[元$£€]$/

/** `1.3亿元`, `500$`, `2.5百万£` → minor units; undefined for anything else. The sign says how it was written, no more. */
export function readAmount(text: string): Minor | undefined {
  if (!SIGN.test(text)) return undefined
  const money = parseMoney(text.replace(SIGN, '元'), '元')
  return money.ok ? money.value : undefined
}

/** `10个`, `2家`, `3位`, `124万亩`, `3亿美元` → whole units; undefined where it is no whole number of them. */
export function readCount(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,4})?)(万|亿)?(?:[个项家座亩位名次]|美元)?$/.exec(text)
  if (!match) return undefined
  const yuan = parseMoney(`${match[1]}${match[2] ?? ''}元`, '元')
  return yuan.ok && yuan.value % 100 === 0 ? yuan.value / 100 : undefined
}
