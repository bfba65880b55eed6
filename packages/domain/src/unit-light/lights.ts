import { compareText, type Day } from '@guatu/kernel'
import type { Light, UnitQuantity } from '@guatu/scheme'
import { periodColours } from '../evaluate/looking-back.ts'
import { type Program, programAt } from '../evaluate/program.ts'
import type { Evaluation, Input, UnitAction, UnitLight } from '../evaluate/result.ts'
import type { UnitFact } from '../facts/index.ts'
import { judge, judgePlain, type LightRule, NONE, streakOf } from '../light/index.ts'
import { type UnitFigures, unitFigure } from './figure.ts'

/** Lights of units and of the whole jurisdiction, with what they lead to; nothing where the plan has none. */
export function unitLightsOf(
  program: Program,
  figures: UnitFigures,
): Pick<Evaluation, 'unitLights' | 'unitActions'> {
  const rules = program.lights.filter(({ light }) => light.of !== undefined)
  if (rules.length === 0) return {}
  const unitLights: UnitLight[] = []
  const unitActions: UnitAction[] = []
  for (const rule of rules) {
    for (const unit of unitsJudged(program, rule.light, figures.units)) {
      judgeUnit(program, figures, rule, unit, unitLights, unitActions)
    }
  }
  return { unitLights, unitActions }
}

/** Units in force, in the order of their ids: those that the ledger knows, else those of the plan. */
function unitsJudged({ scheme }: Program, light: Light, known: readonly UnitFact[]): (string | null)[] {
  if (light.of === 'jurisdiction') return [null]
  const { kind, only } = light.units ?? {}
  const units: readonly Pick<UnitFact, 'id' | 'kind' | 'mergedInto'>[] =
    known.length > 0 ? known : scheme.units
  return units
    .filter(one => one.mergedInto === undefined)
    .filter(one => (!kind || kind.includes(one.kind)) && (!only || only.includes(one.id)))
    .map(one => one.id)
    .sort(compareText)
}

function judgeUnit(
  program: Program,
  figures: UnitFigures,
  rule: LightRule,
  unit: string | null,
  lights: UnitLight[],
  actions: UnitAction[],
): void {
  const { light } = rule
  const because = inputsOf(program, figures, rule, unit)
  if (light.streak.length > 0) {
    const { colour } = judgePlain(rule, because)
    const colourAt = (day: Day) =>
      judgePlain(rule, inputsOf(programAt(program, day), figures, rule, unit)).colour
    if (colour !== NONE) because.push(...periodColours(program, rule, colour, colourAt))
  }
  const judgement = judge(rule, because)
  const { colour, severity, reason } = judgement
  const { clause, dimension, id } = light
  lights.push({ because, clause, colour, dimension, reason, rule: id, severity, unit })
  const consequence = streakOf(rule, judgement)?.leadsTo ?? light.leadsTo[colour]
  if (!consequence) return
  const { action, by, confirm } = consequence
  actions.push({ action, ...(by && { by }), clause, colour, confirm, rule: id, unit })
}

function inputsOf(
  program: Program,
  figures: UnitFigures,
  { inputs }: LightRule,
  unit: string | null,
): Input[] {
  return inputs.map(({ of }) =>
    of === 'as-of' ? program.asOfInput : unitFigure(program, figures, of as UnitQuantity, unit, program.asOf),
  )
}
