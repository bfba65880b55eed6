import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prove } from '@guatu/domain'
import { parseCases, parseScheme } from '@guatu/scheme'
import { expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const plans = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

/** Kept by hand: changes of a plan that no case notices yet, as `item path → to`. */
const UNPROVEN: Readonly<Record<string, readonly string[]>> = {}
/** A quarter that no year has, a year's rate that another line of the plan forbids: the schema or the linter says it. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  hanyin: ['service-cadre atLeast → 0'],
  jiayuguan: [
    'provincial-key states.5.quarter → 0',
    'provincial-key states.8.quarter → 5',
    'provincial-key states.10.quarter → 0',
    'provincial-key states.13.quarter → 5',
    'provincial-key states.16.quarter → 5',
    'city-backed states.0.quarter → 0',
    'city-backed states.3.quarter → 5',
    'major-new dueWorkingDays → 0',
    'government-weekly dueWorkingDays → 0',
  ],
  xixia: [
    'fai stretch.2023-10-25.growth → 17%',
    'fai-own floor.2023-10-25.growth → 9%',
    'leader-visits atLeast → 0',
  ],
  zhashui: ['key → deleted'],
}

test.each(plans)(
  'each item of %s and each of its numbers is held by a case',
  plan => {
    const text = readFileSync(`${here}${plan}/scheme.yaml`, 'utf8')
    const { parsed } = parseScheme(text, `${plan}/scheme.yaml`)
    const { cases } = parseCases(readFileSync(`${here}${plan}/cases.yaml`, 'utf8'), `${plan}/cases.yaml`)
    if (!parsed || !cases) throw new Error(`${plan} cannot be read`)
    const proof = prove(text, parsed, cases)
    const told = (of: typeof proof.unproven) =>
      of.map(
        ({ ref, change }) =>
          `${ref.split('/')[1]}${change ? ` ${change.path} → ${change.to}` : ' → deleted'}`,
      )
    expect(told(proof.unproven)).toEqual(UNPROVEN[plan] ?? [])
    expect(told(proof.refused)).toEqual(REFUSED[plan] ?? [])
    expect(proof.changes).toBeGreaterThan(50)
  },
  60_000,
)
