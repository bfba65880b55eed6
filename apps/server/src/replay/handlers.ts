import type { ReplayForm, routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { type Light, type Scheme, sentence } from '@guatu/scheme'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look } from '../picture/picture.ts'
import { findingOf, replayedFor } from './asked.ts'
import { replayTable } from './table.ts'
import { allRows, viewOf } from './view.ts'

export const getReplayForm =
  (app: App): Handler<typeof routes.getReplayForm> =>
  ({ session }) =>
    look(app, session, {}, ({ bar, scheme, view }) => ok({ bar, ...formOf(scheme, view.program.settings) }))

function formOf(scheme: Scheme, given: Readonly<Record<string, string>>): Omit<ReplayForm, 'bar'> {
  const lights = scheme.lights.map(light => ({
    id: light.id,
    name: light.name,
    nameEn: light.nameEn,
    sentence: sentence(light, scheme, 'zh', { settings: given }),
    sentenceEn: sentence(light, scheme, 'en', { settings: given }),
    settings: settingsOf(light),
  }))
  const read = new Set(lights.flatMap(light => light.settings))
  return {
    lights: lights.filter(light => light.settings.length > 0),
    settings: Object.entries(scheme.settings)
      .filter(([id]) => read.has(id))
      .map(([id, one]) => ({
        id,
        type: one.type,
        choices: one.type === 'choice' ? one.choices : [],
        value: given[id] ?? one.default,
        about: one.about,
        aboutEn: one.aboutEn,
      })),
  }
}

function settingsOf({ bands, during }: Light): string[] {
  const parts = [...bands.flatMap(({ below, upTo, colour }) => [below, upTo, colour]), during]
  return [...new Set(parts.flatMap(part => (typeof part === 'object' ? [part.setting] : [])))]
}

export const runReplay =
  (app: App): Handler<typeof routes.runReplay> =>
  async ({ body, session }) => {
    const answer = await replayedFor(app, session, body)
    if (!answer.ok) return answer
    const { findings, ground } = answer.value
    return ok({ findings: findings.map(findingOf), replay: ground ? viewOf(ground, body) : null })
  }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportReplay =
  (app: App): Handler<typeof routes.exportReplay> =>
  async ({ body, session, signal }) => {
    const answer = await replayedFor(app, session, body)
    if (!answer.ok) return answer
    const { findings, ground } = answer.value
    if (!ground) return refuse('replay.findings', { count: findings.length })
    const table = replayTable(ground, allRows(ground, body))
    const fileName = `${session.jurisdiction.name}推演${ground.shown.moment.period}.xlsx`
    const made = await app.press.make({ kind: 'project-table', table }, signal)
    return made.ok ? ok({ bytes: made.value.bytes, fileName, mediaType: XLSX }) : made
  }
