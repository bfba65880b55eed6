import { randomBytes } from 'node:crypto'

/** 32 characters that nobody takes for one another on paper: no 0 O 1 I. */
const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const GROUPS = 3
const GROUP = 4

/** `K7QM-2XRT-9WHC`: 60 random bits. */
export function newCode(): string {
  const characters = [...randomBytes(GROUPS * GROUP)].map(byte => CHARACTERS[byte % 32])
  return Array.from({ length: GROUPS }, (_, i) => characters.slice(i * GROUP, (i + 1) * GROUP).join('')).join(
    '-',
  )
}

/** As it was issued, however it was typed. */
export function normalCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return plain.match(/.{1,4}/g)?.join('-') ?? ''
}
