export const PLAN_VIEWS = ['clauses', 'versions', 'edit'] as const
export type PlanView = (typeof PLAN_VIEWS)[number]

/** From the address: what it does not understand it leaves out. */
export const readView = (search: Record<string, unknown>): { view?: PlanView } => {
  const view = PLAN_VIEWS.find(one => one === search.view && one !== 'clauses')
  return view ? { view } : {}
}
