import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { type Route, routes } from '@guatu/contract'
import { exportJsonSchema } from '@guatu/scheme'
import fastify, { type FastifyInstance } from 'fastify'
import type { App } from '../app.ts'
import { getWarRoom } from '../board/handlers.ts'
import { getChanges } from '../change/handlers.ts'
import { markLook } from '../change/look.ts'
import { getChannels, listDeliveries, saveChannel, testChannel } from '../channel/handlers.ts'
import { getSending, saveSending } from '../channel/sending-handlers.ts'
import { chaseNow, getChase } from '../chase/handlers.ts'
import { closePeriod } from '../closing/close.ts'
import { previewClosing } from '../closing/preview.ts'
import { getClosing } from '../closing/result.ts'
import { unlockPeriod } from '../closing/unlock.ts'
import { endUnlock } from '../closing/unlock-end.ts'
import { decideCorrection, listCorrections, proposeCorrection } from '../correction/handlers.ts'
import { downloadDocument, getIssued, listDocuments, previewDocument } from '../document/handlers.ts'
import { issueDocument, previewIssue } from '../document/issue.ts'
import { addDocumentTemplate, getDocumentTemplate, retireDocumentTemplate } from '../document/templates.ts'
import { getEntry, getSourceFile } from '../entry/handlers.ts'
import { undoEntry } from '../entry/undo-handler.ts'
import { addEvidence, getEvidence } from '../evidence/handlers.ts'
import { fillForm, previewForm } from '../form/fill.ts'
import { addForm, deleteForm, getForm, listForms, saveForm } from '../form/handlers.ts'
import { listBatches, undoBatch } from '../import/batches.ts'
import { commitImport } from '../import/commit.ts'
import { decideImport, getImport, uploadImport } from '../import/handlers.ts'
import { commitIntake } from '../intake/commit.ts'
import { addToIntake, decideIntake, getIntake, listIntakes } from '../intake/handlers.ts'
import { getCalendar } from '../notice/calendar.ts'
import { countNotices, listNotices, readNotices } from '../notice/handlers.ts'
import { getReach, renewFeed, revokeFeed, saveMail } from '../notice/reach.ts'
import { listPeriods } from '../period/list.ts'
import { getPeriod } from '../period/page.ts'
import { handOverPosts } from '../person/hand-over.ts'
import { listPersons } from '../person/list.ts'
import { changePassword, resetPassword } from '../person/password.ts'
import { addPerson, addPost, endPost } from '../person/posts.ts'
import { getProgress } from '../picture/handlers.ts'
import { commitBulk, previewBulk } from '../project/bulk/handlers.ts'
import { exportProjects } from '../project/export.ts'
import { listProjects, projectFacets } from '../project/list.ts'
import { getProject } from '../project/page.ts'
import {
  listReorganisations,
  previewReorganisation,
  projectChanges,
  saveReorganisation,
  undoReorganisation,
} from '../reorganise/handlers.ts'
import { getUnit, listUnits, projectParts } from '../reorganise/units.ts'
import { exportReplay, getReplayForm, runReplay } from '../replay/handlers.ts'
import { keepDraft } from '../return/draft.ts'
import { saveReturn } from '../return/handlers.ts'
import { listReturns } from '../return/list.ts'
import { acceptReturns, moveReturn } from '../return/move.ts'
import { getReturn } from '../return/sheet.ts'
import { submitReturn } from '../return/submit.ts'
import { addSchemeFile, getSchemeFile, listSchemeFiles, readSchemeFile } from '../scheme/file-handlers.ts'
import { checkScheme, previewScheme, publishScheme } from '../scheme/publish-handlers.ts'
import {
  compareSchemeVersions,
  getScheme,
  getSchemeVersion,
  listSchemeVersions,
} from '../scheme/read-handlers.ts'
import { changePost, postList, signIn, signOut, whoAmI } from '../session/handlers.ts'
import { findSession } from '../session/session.ts'
import { setupBegin } from '../setup/begin.ts'
import { setupDemo } from '../setup/demo.ts'
import { firstSteps } from '../setup/first-steps.ts'
import { admitSetup } from '../setup/gate.ts'
import { setupPlan } from '../setup/plan.ts'
import { setupProgress, setupState } from '../setup/progress.ts'
import { setupRegions } from '../setup/region.ts'
import { checkRoster, saveRoster } from '../setup/roster.ts'
import { getTemplate } from '../setup/template.ts'
import { issueSlips, listSlips } from '../slip/issue.ts'
import { readSlip, redeemSlip } from '../slip/redeem.ts'
import { addView, changeView, deleteView, listViews } from '../view/handlers.ts'
import { whyIndicator } from '../why/indicator.ts'
import { whyLight } from '../why/light.ts'
import { bind, type Gate } from './bind.ts'
import type { Handler } from './call.ts'
import { POST_COOKIE, SESSION_COOKIE } from './cookie.ts'
import { answerErrors } from './errors.ts'
import { securityHeaders } from './headers.ts'
import { openApi } from './openapi.ts'
import { serveWeb } from './web.ts'

export interface HttpOptions {
  /** The built web app; absent: the API alone. */
  readonly webDir?: string
  readonly logger?: boolean
  /** Compares each answer with the contract: for tests. */
  readonly checkAnswers?: boolean
}

type Handlers = { [Name in keyof typeof routes]: Handler<(typeof routes)[Name]> }

const handlersOf = (app: App): Handlers => ({
  signIn: signIn(app),
  whoAmI: whoAmI(app),
  changePost: changePost(app),
  signOut: signOut(app),
  postList: postList(app),
  getWarRoom: getWarRoom(app),
  getChanges: getChanges(app),
  markLook: markLook(app),
  getProgress: getProgress(app),
  listProjects: listProjects(app),
  projectFacets: projectFacets(app),
  getProject: getProject(app),
  exportProjects: exportProjects(app),
  previewBulk: previewBulk(app),
  commitBulk: commitBulk(app),
  listViews: listViews(app),
  addView: addView(app),
  changeView: changeView(app),
  deleteView: deleteView(app),
  whyLight: whyLight(app),
  whyIndicator: whyIndicator(app),
  getEntry: getEntry(app),
  getSourceFile: getSourceFile(app),
  saveReturn: saveReturn(app),
  undoEntry: undoEntry(app),
  listReturns: listReturns(app),
  getReturn: getReturn(app),
  keepDraft: keepDraft(app),
  submitReturn: submitReturn(app),
  moveReturn: moveReturn(app),
  acceptReturns: acceptReturns(app),
  addEvidence: addEvidence(app),
  getEvidence: getEvidence(app),
  listPeriods: listPeriods(app),
  getPeriod: getPeriod(app),
  getChase: getChase(app),
  chaseNow: chaseNow(app),
  previewClosing: previewClosing(app),
  closePeriod: closePeriod(app),
  unlockPeriod: unlockPeriod(app),
  endUnlock: endUnlock(app),
  getClosing: getClosing(app),
  listCorrections: listCorrections(app),
  proposeCorrection: proposeCorrection(app),
  decideCorrection: decideCorrection(app),
  uploadImport: uploadImport(app),
  getImport: getImport(app),
  decideImport: decideImport(app),
  commitImport: commitImport(app),
  undoBatch: undoBatch(app),
  listBatches: listBatches(app),
  listDocuments: listDocuments(app),
  previewDocument: previewDocument(app),
  downloadDocument: downloadDocument(app),
  previewIssue: previewIssue(app),
  issueDocument: issueDocument(app),
  getIssued: getIssued(app),
  getDocumentTemplate: getDocumentTemplate(app),
  addDocumentTemplate: addDocumentTemplate(app),
  retireDocumentTemplate: retireDocumentTemplate(app),
  listIntakes: listIntakes(app),
  getIntake: getIntake(app),
  addToIntake: addToIntake(app),
  decideIntake: decideIntake(app),
  commitIntake: commitIntake(app),
  listForms: listForms(app),
  addForm: addForm(app),
  getForm: getForm(app),
  saveForm: saveForm(app),
  deleteForm: deleteForm(app),
  previewForm: previewForm(app),
  fillForm: fillForm(app),
  getScheme: getScheme(app),
  listSchemeVersions: listSchemeVersions(app),
  getSchemeVersion: getSchemeVersion(app),
  compareSchemeVersions: compareSchemeVersions(app),
  checkScheme: checkScheme(app),
  previewScheme: previewScheme(app),
  publishScheme: publishScheme(app),
  listSchemeFiles: listSchemeFiles(app),
  addSchemeFile: addSchemeFile(app),
  getSchemeFile: getSchemeFile(app),
  readSchemeFile: readSchemeFile(app),
  setupState: setupState(app),
  setupProgress: setupProgress(app),
  setupRegions: setupRegions(),
  setupBegin: setupBegin(app),
  setupPlan: setupPlan(app),
  setupDemo: setupDemo(app),
  firstSteps: firstSteps(app),
  getTemplate: getTemplate(app),
  checkRoster: checkRoster(app),
  saveRoster: saveRoster(app),
  listSlips: listSlips(app),
  issueSlips: issueSlips(app),
  readSlip: readSlip(app),
  redeemSlip: redeemSlip(app),
  listUnits: listUnits(app),
  getUnit: getUnit(app),
  previewReorganisation: previewReorganisation(app),
  saveReorganisation: saveReorganisation(app),
  undoReorganisation: undoReorganisation(app),
  listReorganisations: listReorganisations(app),
  projectChanges: projectChanges(app),
  projectParts: projectParts(app),
  getReplayForm: getReplayForm(app),
  runReplay: runReplay(app),
  exportReplay: exportReplay(app),
  listPersons: listPersons(app),
  addPerson: addPerson(app),
  addPost: addPost(app),
  endPost: endPost(app),
  handOverPosts: handOverPosts(app),
  resetPassword: resetPassword(app),
  changePassword: changePassword(app),
  listNotices: listNotices(app),
  countNotices: countNotices(app),
  readNotices: readNotices(app),
  getReach: getReach(app),
  saveMail: saveMail(app),
  renewFeed: renewFeed(app),
  revokeFeed: revokeFeed(app),
  getCalendar: getCalendar(app),
  getChannels: getChannels(app),
  saveChannel: saveChannel(app),
  testChannel: testChannel(app),
  listDeliveries: listDeliveries(app),
  getSending: getSending(app),
  saveSending: saveSending(app),
})

const JSON_LIMIT = 1024 * 1024

/** Every route of the contract, the health and OpenAPI pages, and the web app. Not listening yet. */
export async function httpServer(app: App, options: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: options.logger ? { level: 'warn' } : false,
    genReqId: () => randomUUID(),
    bodyLimit: JSON_LIMIT,
    routerOptions: { maxParamLength: 300 },
  })
  await server.register(cookie)
  await server.register(multipart)
  securityHeaders(server)
  answerErrors(server)
  const gate: Gate = {
    checkAnswers: options.checkAnswers ?? false,
    admitSetup: request => admitSetup(app, request),
    sessionOf: async ({ cookies }) => {
      const token = cookies[SESSION_COOKIE]
      return token ? findSession(app.database, token, cookies[POST_COOKIE]) : undefined
    },
  }
  const handlers = handlersOf(app)
  for (const name of Object.keys(routes) as (keyof typeof routes)[]) {
    bind<Route>(server, gate, routes[name], handlers[name] as Handler<Route>)
  }
  server.get('/api/health', async () => ({ ok: true }))
  const description = openApi('0.1.0')
  server.get('/api/openapi.json', async () => description)
  // Open, as editors that complete from it send no session.
  server.get('/api/scheme/schema.json', async () => exportJsonSchema())
  await serveWeb(server, options.webDir)
  return server
}
