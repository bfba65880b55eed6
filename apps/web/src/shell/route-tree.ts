import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { readChosen } from '../document/data.ts'
import { readShow } from '../period/filter.ts'
import { readView } from '../plan/views.ts'
import { readFilters } from '../project/filters.ts'
import type { When } from '../time/when.ts'
import { Shell } from './Shell.tsx'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const root = createRootRoute({
  component: Shell,
  validateSearch: (search: Record<string, unknown>): When => ({
    asOf: text(search.asOf),
    knownAt: text(search.knownAt),
  }),
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
})

const board = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../board/WarRoom.tsx'), 'WarRoomPage'),
})
const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('../project/ListPage.tsx'), 'ListPage'),
})
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('../project/ProjectPage.tsx'), 'ProjectPage'),
})
const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  component: lazyRouteComponent(() => import('../due/DuePage.tsx'), 'DuePage'),
})
const sheet = createRoute({
  getParentRoute: () => root,
  path: '/returns/$unit/$period',
  component: lazyRouteComponent(() => import('../sheet/SheetPage.tsx'), 'SheetPage'),
})
const periods = createRoute({
  getParentRoute: () => root,
  path: '/periods',
  component: lazyRouteComponent(() => import('../period/PeriodsPage.tsx'), 'PeriodsPage'),
})
const period = createRoute({
  getParentRoute: () => root,
  path: '/periods/$period',
  validateSearch: readShow,
  component: lazyRouteComponent(() => import('../period/PeriodPage.tsx'), 'PeriodPage'),
})
const corrections = createRoute({
  getParentRoute: () => root,
  path: '/corrections',
  component: lazyRouteComponent(() => import('../correction/CorrectionsPage.tsx'), 'CorrectionsPage'),
})
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { id?: string; intake?: string } => ({
    id: text(search.id),
    intake: text(search.intake),
  }),
  component: lazyRouteComponent(() => import('../import/ImportPage.tsx'), 'ImportPage'),
})
const forms = createRoute({
  getParentRoute: () => root,
  path: '/forms',
  validateSearch: (search: Record<string, unknown>): { id?: string } => ({ id: text(search.id) }),
  component: lazyRouteComponent(() => import('../form/FormsPage.tsx'), 'FormsPage'),
})
const bulletin = createRoute({
  getParentRoute: () => root,
  path: '/bulletin',
  validateSearch: readChosen,
  component: lazyRouteComponent(() => import('../document/DocumentsPage.tsx'), 'DocumentsPage'),
})
const replay = createRoute({
  getParentRoute: () => root,
  path: '/replay',
  component: lazyRouteComponent(() => import('../replay/ReplayPage.tsx'), 'ReplayPage'),
})
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  validateSearch: readView,
  component: lazyRouteComponent(() => import('../plan/PlanPage.tsx'), 'PlanPage'),
})
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../person/PeoplePage.tsx'), 'PeoplePage'),
})
const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  component: lazyRouteComponent(() => import('../unit/UnitsPage.tsx'), 'UnitsPage'),
})
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('../notice/NoticesPage.tsx'), 'NoticesPage'),
})
const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  component: lazyRouteComponent(() => import('../channel/ChannelsPage.tsx'), 'ChannelsPage'),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/FirstStepsPage.tsx'), 'FirstStepsPage'),
})

/** Addresses hold plain text: `?asOf=2020-05-31&unit=a,b`. */
export const router = createRouter({
  routeTree: root.addChildren([
    board,
    projects,
    project,
    returns,
    sheet,
    periods,
    period,
    corrections,
    imports,
    forms,
    bulletin,
    replay,
    plan,
    people,
    units,
    notices,
    channels,
    setup,
  ]),
  parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: search => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
    const params = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))
    const line = params.toString().replaceAll('%2C', ',')
    return line ? `?${line}` : ''
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
