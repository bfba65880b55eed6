import type { Page } from 'playwright-core'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'

/** As the tiles print them: how many started of all, and the money done of the year's plan with its rate. */
export interface Figures {
  readonly started: string
  readonly startRate: string
  readonly done: string
  readonly rate: string
  readonly red: number
}

const STARTED = '重点项目全部开工'
const COMPLETION = '重点项目年度投资完成率'

const page = (on: Page, key: string) =>
  on.getByRole('navigation', { name: say('shell.pages') }).getByRole('link', { name: say(key) })

export const goTo = (on: Page, key: 'board.title' | 'import.title' | 'document.title' | 'project.library') =>
  page(on, key).click()

export const tile = (on: Page, name: string) => on.getByRole('button', { name: new RegExp(`^${name}`) })

/** Waits until the board says so. */
export async function boardShows(on: Page, figures: Figures): Promise<void> {
  await goTo(on, 'board.title')
  await says(tile(on, STARTED), figures.started, `${figures.startRate}%`)
  await says(tile(on, COMPLETION), figures.done, `${figures.rate}%`)
}
