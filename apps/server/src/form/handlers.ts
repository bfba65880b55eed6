import { randomUUID } from 'node:crypto'
import type { Body, routes } from '@guatu/contract'
import type { FormMapping } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import {
  deleteForm as dropForm,
  saveForm as keepForm,
  readScope,
  storedForm,
  storedForms,
  withScope,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { fieldsOf } from '../import/fields.ts'
import { type Ground, groundOf } from '../intake/ground.ts'
import { firstMapping, formView, layoutOf, mappingOf } from './kept.ts'

export const listForms =
  (app: App): Handler<typeof routes.listForms> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const forms = await storedForms(tx)
      return ok({ forms: forms.map(({ id, name, fileName, addedAt }) => ({ id, name, fileName, addedAt })) })
    })

export const addForm =
  (app: App): Handler<typeof routes.addForm> =>
  async ({ file, session }) => {
    const layout = await layoutOf(app, session, file)
    if (!layout.ok) return layout
    const stored = {
      id: randomUUID(),
      name: file.name.replace(/\.\w+$/, '').slice(0, 60),
      fileName: file.name,
      mapping: firstMapping(layout.value),
    }
    return withScope(app.database, session.scope, async tx => {
      await keepForm(tx, { ...stored, bytes: file.bytes })
      return ok(formView(await groundOf(app, tx, session), stored, layout.value))
    })
  }

export const getForm =
  (app: App): Handler<typeof routes.getForm> =>
  async ({ params, session }) => {
    const stored = await readScope(app.database, session.scope, tx => storedForm(tx, params.id))
    if (!stored) return refuse('request.not-found')
    const layout = await layoutOf(app, session, { name: stored.fileName, bytes: stored.bytes })
    if (!layout.ok) return layout
    return readScope(app.database, session.scope, async tx =>
      ok(formView(await groundOf(app, tx, session), stored, layout.value)),
    )
  }

type Given = Body<typeof routes.saveForm>

export const saveForm =
  (app: App): Handler<typeof routes.saveForm> =>
  async ({ params, body, session }) => {
    const stored = await readScope(app.database, session.scope, tx => storedForm(tx, params.id))
    if (!stored) return refuse('request.not-found')
    const layout = await layoutOf(app, session, { name: stored.fileName, bytes: stored.bytes })
    if (!layout.ok) return layout
    return withScope(app.database, session.scope, async tx => {
      const ground = await groundOf(app, tx, session)
      const wrong = wrongIn(ground, body)
      if (wrong) return refuse('request.invalid', { place: `body.${wrong}` })
      const before = mappingOf(stored)
      const mapping: FormMapping = {
        ...before,
        ...(body.list !== undefined && { list: body.list }),
        ...(body.columns && { columns: body.columns }),
        ...(body.cells && { cells: body.cells }),
      }
      const next = { ...stored, name: body.name ?? stored.name, mapping }
      await keepForm(tx, next)
      return ok(formView(ground, next, layout.value))
    })
  }

/** The first part that names nothing there is. */
function wrongIn(
  { known: { scheme } }: Ground,
  { list, columns = [], cells = [] }: Given,
): string | undefined {
  const lists = new Set(scheme.lists.map(one => one.id))
  const fields = new Set(fieldsOf(scheme).map(one => one.id))
  const indicators = new Set(scheme.indicators.map(one => one.id))
  if (typeof list === 'string' && !lists.has(list)) return 'list'
  if (columns.some(one => one.field !== null && !fields.has(one.field))) return 'columns'
  const bad = cells.some(({ holds }) =>
    holds.kind === 'indicator'
      ? !indicators.has(holds.indicator)
      : holds.kind === 'list' &&
        (!lists.has(holds.list) || (holds.field !== null && !fields.has(holds.field))),
  )
  return bad ? 'cells' : undefined
}

export const deleteForm =
  (app: App): Handler<typeof routes.deleteForm> =>
  ({ params, session }) =>
    withScope(app.database, session.scope, async tx => {
      if (!(await storedForm(tx, params.id))) return refuse('request.not-found')
      await dropForm(tx, params.id)
      return ok({})
    })
