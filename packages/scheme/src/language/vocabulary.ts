/** Names of figures that every scheme may use without declaring them, and what kind of figure each is. */
export type FigureType = 'money' | 'integer' | 'rate' | 'day' | 'text' | 'stage'

/** Fields of every return. */
export const RETURN_FIGURES: Readonly<Record<string, FigureType>> = {
  'invest-ytd': 'money',
  'invest-total': 'money',
  'paid-ytd': 'money',
  'stat-ytd': 'money',
  stage: 'stage',
  'started-on': 'day',
  'completed-on': 'day',
  progress: 'text',
  problem: 'text',
}

/** Figures of a project's plan on a list, and of the project itself. */
export const PLAN_FIGURES: Readonly<Record<string, FigureType>> = {
  'annual-plan': 'money',
  'plan-to-date': 'money',
  'total-invest': 'money',
  'planned-start': 'day',
  'planned-completion': 'day',
}

/** Texts of a project, beside those that a scheme declares. */
export const PROJECT_TEXTS = [
  'sector',
  'fund-source',
  'place',
  'leader',
  'lead-unit',
  'owner-unit',
  'town-unit',
] as const
export type ProjectText = (typeof PROJECT_TEXTS)[number]

/** Type of a figure by its name; undefined where neither the language nor the scheme knows it. */
export function figureType(
  name: string,
  fields: readonly { readonly id: string; readonly type: FigureType }[],
): FigureType | undefined {
  return fields.find(field => field.id === name)?.type ?? RETURN_FIGURES[name] ?? PLAN_FIGURES[name]
}
