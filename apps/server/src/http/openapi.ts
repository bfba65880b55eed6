import { ERRORS, errorBody, type Route, routes } from '@guatu/contract'
import { type ZodObject, z } from 'zod'

/** OpenAPI 3.1 of every route, from the contract that also guards it. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of Object.values<Route>(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '挂图 Guatu', version },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'guatu_session' } },
      schemas: { Error: jsonSchema(errorBody, 'output') },
    },
  }
}

function operation(route: Route): object {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')]
  if (route.method !== 'GET') {
    const schema = { const: '1' }
    parameters.push({ name: 'x-guatu', in: 'header', required: true, schema })
  }
  return {
    operationId: route.name,
    description: `Posts: ${route.roles.join(', ')}`,
    security: route.open ? [] : [{ session: [] }],
    parameters,
    ...requestBody(route),
    responses: { 200: success(route), ...failures(route) },
  }
}

function parametersOf(schema: ZodObject | undefined, where: 'path' | 'query'): object[] {
  if (!schema) return []
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: where,
    required: where === 'path' || !z.safeParse(part as z.ZodType, undefined).success,
    schema: jsonSchema(part as z.ZodType, 'input'),
  }))
}

function requestBody(route: Route): object {
  if (route.takes === 'file') {
    const schema = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (!route.body) return {}
  const schema = jsonSchema(route.body, 'input')
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function success(route: Route): object {
  if (route.gives === 'bytes') {
    const schema = { type: 'string', contentMediaType: 'application/octet-stream' }
    return { description: 'A file', content: { 'application/octet-stream': { schema } } }
  }
  const schema = jsonSchema(route.response, 'output')
  return { description: 'The answer', content: { 'application/json': { schema } } }
}

function failures(route: Route): object {
  const always = route.open
    ? ['request.invalid' as const]
    : (['request.invalid', 'session.none', 'role.not-allowed'] as const)
  const byStatus = new Map<number, string[]>()
  for (const code of [...always, ...route.errors]) {
    const { status } = ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const schema = { $ref: '#/components/schemas/Error' }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { 'application/json': { schema } } },
    ]),
  )
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
