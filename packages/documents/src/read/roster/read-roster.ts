import type { Workbook } from '../grid.ts'
import type { Roster, RosterFault, RosterPost, RosterUnit } from './model.ts'
import { type FormRow, type FormSheet, readForm } from './rows.ts'
import { ROSTER_COLUMNS, ROSTER_SHEETS, type RosterWords } from './words.ts'

type UnitField = keyof typeof ROSTER_COLUMNS.unit
type PostField = keyof typeof ROSTER_COLUMNS.post

const LONGEST = 60
/** Lower case, so that nobody has to tell Li from li; no spaces, so that it can be typed from paper. */
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,31}$/

/** Units, people and posts as the filled-in template says them, each cell by itself; see `checkRoster` for the rest. */
export function readRoster(
  workbook: Workbook,
  words: RosterWords,
): { readonly roster: Roster; readonly faults: readonly RosterFault[] } {
  const units = readForm(workbook, ROSTER_SHEETS.units, ROSTER_COLUMNS.unit, ['name', 'kind'])
  const posts = readForm(workbook, ROSTER_SHEETS.posts, ROSTER_COLUMNS.post, ['person', 'unit', 'role'])
  const faults = [...units.faults, ...posts.faults]
  const roster = {
    units: units.form.rows.flatMap(row => unitOf(units.form, row, words, faults)),
    posts: posts.form.rows.flatMap(row => postOf(posts.form, row, words, faults)),
    columns: { units: units.form.columns, posts: posts.form.columns },
  }
  if (faults.length === 0 && roster.units.length + roster.posts.length === 0)
    faults.push(units.form.fault(0, undefined, 'roster.nothing'))
  return { roster, faults }
}

function unitOf(
  form: FormSheet<UnitField>,
  { row, texts }: FormRow<UnitField>,
  { kinds }: RosterWords,
  faults: RosterFault[],
): RosterUnit[] {
  const found = faults.length
  lengths(form, row, texts, faults)
  for (const field of ['name', 'kind'] as const)
    if (texts[field] === '') faults.push(form.fault(row, field, 'roster.required'))
  const kind = Object.hasOwn(kinds, texts.kind) ? kinds[texts.kind] : undefined
  if (texts.kind !== '' && !kind) {
    const allowed = Object.keys(kinds).join('、')
    faults.push(form.fault(row, 'kind', 'roster.unknown-kind', { text: texts.kind, allowed }))
  }
  if (faults.length > found || !kind) return []
  const aliases = texts.aliases
    .split(/[、,，;；\n]/)
    .map(one => one.trim())
    .filter(one => one !== '')
  return [{ row, name: texts.name, kind, aliases, ...(texts.parent ? { parent: texts.parent } : {}) }]
}

function postOf(
  form: FormSheet<PostField>,
  { row, texts }: FormRow<PostField>,
  { roles }: RosterWords,
  faults: RosterFault[],
): RosterPost[] {
  const found = faults.length
  lengths(form, row, texts, faults)
  for (const field of ['person', 'unit', 'role'] as const)
    if (texts[field] === '') faults.push(form.fault(row, field, 'roster.required'))
  const role = Object.hasOwn(roles, texts.role) ? roles[texts.role] : undefined
  if (texts.role !== '' && !role) {
    const allowed = Object.keys(roles).join('、')
    faults.push(form.fault(row, 'role', 'roster.unknown-role', { text: texts.role, allowed }))
  }
  const login = texts.login.normalize('NFKC').toLowerCase()
  if (login !== '' && !LOGIN.test(login))
    faults.push(form.fault(row, 'login', 'roster.login-form', { text: texts.login }))
  if (faults.length > found || !role) return []
  return [
    {
      row,
      person: texts.person,
      unit: texts.unit,
      role,
      ...(login ? { login } : {}),
      ...(texts.phone ? { phone: texts.phone } : {}),
    },
  ]
}

function lengths<Field extends string>(
  form: FormSheet<Field>,
  row: number,
  texts: Readonly<Record<Field, string>>,
  faults: RosterFault[],
): void {
  for (const field of Object.keys(texts) as Field[]) {
    const limit = field === 'aliases' ? LONGEST * 5 : LONGEST
    if (texts[field].length > limit) faults.push(form.fault(row, field, 'roster.too-long', { limit }))
  }
}

export const isLogin = (text: string): boolean => LOGIN.test(text)
