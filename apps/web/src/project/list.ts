import type { Response, routes } from '@guatu/contract'

export type ProjectList = Response<typeof routes.listProjects>
