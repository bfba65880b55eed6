import * as board from './board.ts'
import * as document from './document.ts'
import * as imports from './import.ts'
import * as project from './project.ts'
import * as returns from './return.ts'
import * as session from './session.ts'

export { type WarRoom, warRoom } from './board.ts'
export type { Bar } from './common.ts'
export * from './error.ts'
export * from './file-message.ts'
export type { ImportPreview } from './import.ts'
export type { EntryView, ProjectPage, ProjectRow } from './project.ts'
export * from './role.ts'
export type { Body, Params, Query, Response, Route } from './route.ts'
export type { Me, Vocabulary } from './session.ts'

/** Every call of the API by name. */
export const routes = {
  signIn: session.signIn,
  whoAmI: session.whoAmI,
  changePost: session.changePost,
  signOut: session.signOut,
  postList: session.postList,
  getWarRoom: board.getWarRoom,
  listProjects: project.listProjects,
  getProject: project.getProject,
  exportProjects: project.exportProjects,
  whyLight: project.whyLight,
  whyIndicator: project.whyIndicator,
  getEntry: project.getEntry,
  getSourceFile: project.getSourceFile,
  saveReturn: returns.saveReturn,
  undoEntry: returns.undoEntry,
  uploadImport: imports.uploadImport,
  getImport: imports.getImport,
  decideImport: imports.decideImport,
  commitImport: imports.commitImport,
  undoBatch: imports.undoBatch,
  listBatches: imports.listBatches,
  previewBulletin: document.previewBulletin,
  downloadBulletin: document.downloadBulletin,
} as const
