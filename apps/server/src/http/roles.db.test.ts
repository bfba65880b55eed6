import { type Role, type Route, routes } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

const LOGINS: Readonly<Record<Role, string>> = {
  dispatcher: 'zs-diaodu',
  reporter: 'zs-tianbao',
  leader: 'zs-lingdao',
  inspector: 'zs-ducha',
  administrator: 'zs-guanli',
}

/** Who may call what, typed by hand from the product's rules: d r l i a by first letter. */
const MAY: Readonly<Record<keyof typeof routes, string>> = {
  signIn: 'drlia',
  whoAmI: 'drlia',
  changePost: 'drlia',
  signOut: 'drlia',
  postList: 'a',
  getWarRoom: 'drli',
  getChanges: 'drli',
  markLook: 'drli',
  getProgress: 'drli',
  listProjects: 'drli',
  projectFacets: 'drli',
  getProject: 'drli',
  exportProjects: 'drli',
  previewBulk: 'd',
  commitBulk: 'd',
  listViews: 'drli',
  addView: 'drli',
  changeView: 'drli',
  deleteView: 'drli',
  whyLight: 'drli',
  whyIndicator: 'drli',
  getEntry: 'drli',
  getSourceFile: 'drli',
  saveReturn: 'dr',
  undoEntry: 'dr',
  listReturns: 'drli',
  getReturn: 'drli',
  keepDraft: 'dr',
  submitReturn: 'dr',
  moveReturn: 'dr',
  acceptReturns: 'd',
  addEvidence: 'dr',
  getEvidence: 'drli',
  listPeriods: 'dli',
  getPeriod: 'dli',
  getChase: 'di',
  chaseNow: 'd',
  previewClosing: 'd',
  closePeriod: 'd',
  unlockPeriod: 'd',
  endUnlock: 'd',
  getClosing: 'dli',
  listCorrections: 'drli',
  proposeCorrection: 'dr',
  decideCorrection: 'drl',
  uploadImport: 'dr',
  getImport: 'dr',
  decideImport: 'dr',
  commitImport: 'dr',
  undoBatch: 'dr',
  listIntakes: 'd',
  getIntake: 'd',
  addToIntake: 'd',
  decideIntake: 'd',
  commitIntake: 'd',
  listBatches: 'dr',
  listDocuments: 'dli',
  previewDocument: 'dli',
  downloadDocument: 'dli',
  previewIssue: 'd',
  issueDocument: 'd',
  getIssued: 'dli',
  getDocumentTemplate: 'd',
  addDocumentTemplate: 'd',
  retireDocumentTemplate: 'd',
  listForms: 'd',
  addForm: 'd',
  getForm: 'd',
  saveForm: 'd',
  deleteForm: 'd',
  previewForm: 'd',
  fillForm: 'd',
  firstSteps: 'd',
  getTemplate: 'd',
  checkRoster: 'd',
  saveRoster: 'd',
  listSlips: 'da',
  issueSlips: 'da',
  readSlip: '',
  redeemSlip: '',
  getScheme: 'drli',
  listSchemeVersions: 'drli',
  getSchemeVersion: 'drli',
  compareSchemeVersions: 'drli',
  checkScheme: 'd',
  previewScheme: 'd',
  publishScheme: 'd',
  listSchemeFiles: 'drli',
  addSchemeFile: 'd',
  getSchemeFile: 'drli',
  readSchemeFile: 'drli',
  setupState: '',
  setupProgress: '',
  setupRegions: '',
  setupBegin: '',
  setupPlan: '',
  setupDemo: '',
  listUnits: 'da',
  getUnit: 'd',
  previewReorganisation: 'd',
  saveReorganisation: 'd',
  undoReorganisation: 'd',
  listReorganisations: 'd',
  projectChanges: 'drli',
  projectParts: 'd',
  getReplayForm: 'dl',
  runReplay: 'dl',
  exportReplay: 'dl',
  listPersons: 'drlia',
  addPerson: 'da',
  addPost: 'da',
  endPost: 'da',
  handOverPosts: 'da',
  resetPassword: 'drlia',
  changePassword: 'drlia',
  listNotices: 'drlia',
  countNotices: 'drlia',
  readNotices: 'drlia',
  getReach: 'drlia',
  saveMail: 'drlia',
  renewFeed: 'drlia',
  revokeFeed: 'drlia',
  getCalendar: '',
  getChannels: 'da',
  saveChannel: 'da',
  testChannel: 'da',
  listDeliveries: 'da',
  getSending: 'da',
  saveSending: 'da',
}

const ALL = Object.entries(routes) as [keyof typeof routes, Route][]
/** Without a session: nobody is asked for a post there. */
const OPEN = new Set(['readSlip', 'redeemSlip', 'setupState', 'getCalendar'])
const SETUP = new Set(['setupProgress', 'setupRegions', 'setupBegin', 'setupPlan', 'setupDemo'])
const guarded = ALL.filter(([name]) => !OPEN.has(name) && !SETUP.has(name))
const ROLES = Object.keys(LOGINS) as Role[]

let world: World
const clients = new Map<Role, Client>()
beforeAll(async () => {
  world = await demoWorld()
  for (const role of ROLES) clients.set(role, await world.as(LOGINS[role]))
})

test('the table names every route', () => {
  expect(Object.keys(MAY).sort()).toEqual(ALL.map(([name]) => name).sort())
})

describe.each(ROLES)('%s', role => {
  test.each(guarded.filter(([name]) => name !== 'signOut'))('%s', async (name, route) => {
    const answer = await clients.get(role)?.call(route)
    const refused = answer?.error?.code === 'role.not-allowed'
    expect(refused).toBe(!MAY[name].includes(role.charAt(0)))
    expect(answer?.status === 403).toBe(refused)
  })

  test('is told the same of what it may do', async () => {
    const me = await clients.get(role)?.get(routes.whoAmI)
    expect(me?.post.role).toBe(role)
    expect([...(me?.may ?? [])].sort()).toEqual(
      ALL.map(([name]) => name)
        .filter(name => MAY[name].includes(role.charAt(0)))
        .sort(),
    )
  })
})

test.each(guarded.filter(([name]) => name !== 'signIn'))('nobody may call %s', async (_, route) => {
  const { status, error } = await world.nobody().call(route)
  expect([status, error.code]).toEqual([401, 'session.none'])
})

test('without a session one may ask whether there is a setup, use a slip, and read a calendar by its address', () => {
  const open = ALL.filter(([, route]) => route.open && !route.setup && route.name !== 'signIn')
  expect(new Set(open.map(([name]) => name))).toEqual(OPEN)
  expect(new Set(ALL.filter(([, route]) => route.setup).map(([name]) => name))).toEqual(SETUP)
})

describe.each([...SETUP])('the setup, closed here: %s', name => {
  test.each(['nobody', ...ROLES])('%s', async who => {
    const client = who === 'nobody' ? world.nobody() : clients.get(who as Role)
    const answer = await client?.call(routes[name as keyof typeof routes], {
      headers: { 'x-guatu-setup': 'x' },
    })
    expect([answer?.status, answer?.error.code]).toEqual([404, 'setup.closed'])
  })
})
