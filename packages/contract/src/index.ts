import * as board from './board.ts'
import * as change from './change.ts'
import * as channel from './channel.ts'
import * as correction from './correction.ts'
import * as document from './document.ts'
import * as evidence from './evidence.ts'
import * as form from './form.ts'
import * as imports from './import.ts'
import * as intake from './intake.ts'
import * as notice from './notice.ts'
import * as periods from './period.ts'
import * as person from './person.ts'
import * as progress from './progress.ts'
import * as project from './project.ts'
import * as projectBulk from './project-bulk.ts'
import * as projectList from './project-list.ts'
import * as reorganise from './reorganise.ts'
import * as replay from './replay.ts'
import * as returns from './return.ts'
import * as returnSheet from './return-sheet.ts'
import * as scheme from './scheme.ts'
import * as schemeFile from './scheme-file.ts'
import * as sending from './sending.ts'
import * as session from './session.ts'
import * as setup from './setup.ts'
import * as slip from './slip.ts'
import * as view from './view.ts'

export { type WarRoom, warRoom } from './board.ts'
export { CHANGE_TAGS, type Changes, type ChangeTag, type ChangeView } from './change.ts'
export type { ChannelSaid, ChannelView } from './channel.ts'
export { CHANNELS, NOTICE_KINDS } from './channel-words.ts'
export type { Bar } from './common.ts'
export type { Correction } from './correction.ts'
export * from './error.ts'
export { PHOTOS_KEPT_MB, UPLOAD_LIMIT_MB } from './evidence.ts'
export * from './file-message.ts'
export type { Form } from './form.ts'
export type { ImportPreview } from './import.ts'
export type { Intake, IntakeFile } from './intake.ts'
export type { NoticeView } from './notice.ts'
export type { PeriodLine, PeriodUnit } from './period.ts'
export type { PersonRow } from './person.ts'
export type { EntryView, ProjectPage } from './project.ts'
export { BULK_MOST, type BulkAsked } from './project-bulk.ts'
export {
  joinValues,
  PROJECT_COLUMNS,
  PROJECT_FACETS,
  type ProjectColumn,
  type ProjectFacet,
  type ProjectQuery,
  type ProjectRow,
  splitValues,
} from './project-list.ts'
export type {
  ReorganisationAsked,
  ReorganisationRecord,
  ReorganisePreview,
  UnitRow,
} from './reorganise.ts'
export { DRAFT_MOST, type ReplayAsked, type Replayed, type ReplayForm } from './replay.ts'
export type { DueReturn, ReturnSheet, ReturnState } from './return-sheet.ts'
export * from './role.ts'
export { ROSTER_MESSAGES } from './roster-message.ts'
export type { Body, Params, Query, Response, Route } from './route.ts'
export {
  SCHEME_TEXT_MOST,
  type SchemeChangeView,
  type SchemeClause,
  type SchemeDraft,
  type SchemeEffects,
  type SchemeFinding,
  type SchemeItem,
  type SchemeVersionView,
} from './scheme.ts'
export type { SendHoursSaid } from './sending.ts'
export type { Me, Vocabulary } from './session.ts'
export { type RosterPreview, SETUP_CODE } from './setup.ts'
export { PASSWORD_LEAST, type Slip } from './slip.ts'
export type { View } from './view.ts'

/** Every call of the API by name. */
export const routes = {
  signIn: session.signIn,
  whoAmI: session.whoAmI,
  changePost: session.changePost,
  signOut: session.signOut,
  postList: session.postList,
  getWarRoom: board.getWarRoom,
  getChanges: change.getChanges,
  markLook: change.markLook,
  getProgress: progress.getProgress,
  listProjects: projectList.listProjects,
  projectFacets: projectList.projectFacets,
  getProject: project.getProject,
  exportProjects: projectList.exportProjects,
  previewBulk: projectBulk.previewBulk,
  commitBulk: projectBulk.commitBulk,
  listViews: view.listViews,
  addView: view.addView,
  changeView: view.changeView,
  deleteView: view.deleteView,
  whyLight: project.whyLight,
  whyIndicator: project.whyIndicator,
  getEntry: project.getEntry,
  getSourceFile: project.getSourceFile,
  saveReturn: returns.saveReturn,
  undoEntry: returns.undoEntry,
  listReturns: returnSheet.listReturns,
  getReturn: returnSheet.getReturn,
  keepDraft: returnSheet.keepDraft,
  submitReturn: returnSheet.submitReturn,
  moveReturn: returnSheet.moveReturn,
  acceptReturns: returnSheet.acceptReturns,
  addEvidence: evidence.addEvidence,
  getEvidence: evidence.getEvidence,
  listPeriods: periods.listPeriods,
  getPeriod: periods.getPeriod,
  getChase: periods.getChase,
  chaseNow: periods.chaseNow,
  previewClosing: periods.previewClosing,
  closePeriod: periods.closePeriod,
  unlockPeriod: periods.unlockPeriod,
  endUnlock: periods.endUnlock,
  getClosing: periods.getClosing,
  listCorrections: correction.listCorrections,
  proposeCorrection: correction.proposeCorrection,
  decideCorrection: correction.decideCorrection,
  uploadImport: imports.uploadImport,
  getImport: imports.getImport,
  decideImport: imports.decideImport,
  commitImport: imports.commitImport,
  undoBatch: imports.undoBatch,
  listBatches: imports.listBatches,
  listDocuments: document.listDocuments,
  previewDocument: document.previewDocument,
  downloadDocument: document.downloadDocument,
  previewIssue: document.previewIssue,
  issueDocument: document.issueDocument,
  getIssued: document.getIssued,
  getDocumentTemplate: document.getDocumentTemplate,
  addDocumentTemplate: document.addDocumentTemplate,
  retireDocumentTemplate: document.retireDocumentTemplate,
  listIntakes: intake.listIntakes,
  getIntake: intake.getIntake,
  addToIntake: intake.addToIntake,
  decideIntake: intake.decideIntake,
  commitIntake: intake.commitIntake,
  listForms: form.listForms,
  addForm: form.addForm,
  getForm: form.getForm,
  saveForm: form.saveForm,
  deleteForm: form.deleteForm,
  previewForm: form.previewForm,
  fillForm: form.fillForm,
  getScheme: scheme.getScheme,
  listSchemeVersions: scheme.listSchemeVersions,
  getSchemeVersion: scheme.getSchemeVersion,
  compareSchemeVersions: scheme.compareSchemeVersions,
  checkScheme: scheme.checkScheme,
  previewScheme: scheme.previewScheme,
  publishScheme: scheme.publishScheme,
  listSchemeFiles: schemeFile.listSchemeFiles,
  addSchemeFile: schemeFile.addSchemeFile,
  getSchemeFile: schemeFile.getSchemeFile,
  readSchemeFile: schemeFile.readSchemeFile,
  setupState: setup.setupState,
  setupProgress: setup.setupProgress,
  setupRegions: setup.setupRegions,
  setupBegin: setup.setupBegin,
  setupPlan: setup.setupPlan,
  setupDemo: setup.setupDemo,
  firstSteps: setup.firstSteps,
  getTemplate: setup.getTemplate,
  checkRoster: setup.checkRoster,
  saveRoster: setup.saveRoster,
  listSlips: slip.listSlips,
  issueSlips: slip.issueSlips,
  readSlip: slip.readSlip,
  redeemSlip: slip.redeemSlip,
  listUnits: reorganise.listUnits,
  getUnit: reorganise.getUnit,
  previewReorganisation: reorganise.previewReorganisation,
  saveReorganisation: reorganise.saveReorganisation,
  undoReorganisation: reorganise.undoReorganisation,
  listReorganisations: reorganise.listReorganisations,
  projectChanges: reorganise.projectChanges,
  projectParts: reorganise.projectParts,
  getReplayForm: replay.getReplayForm,
  runReplay: replay.runReplay,
  exportReplay: replay.exportReplay,
  listPersons: person.listPersons,
  addPerson: person.addPerson,
  addPost: person.addPost,
  endPost: person.endPost,
  handOverPosts: person.handOverPosts,
  resetPassword: person.resetPassword,
  changePassword: person.changePassword,
  listNotices: notice.listNotices,
  countNotices: notice.countNotices,
  readNotices: notice.readNotices,
  getReach: notice.getReach,
  saveMail: notice.saveMail,
  renewFeed: notice.renewFeed,
  revokeFeed: notice.revokeFeed,
  getCalendar: notice.getCalendar,
  getChannels: channel.getChannels,
  saveChannel: channel.saveChannel,
  testChannel: channel.testChannel,
  listDeliveries: channel.listDeliveries,
  getSending: sending.getSending,
  saveSending: sending.saveSending,
} as const
