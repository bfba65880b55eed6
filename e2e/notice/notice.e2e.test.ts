import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'

let desk: Desk
const texts: string[] = []
/** A group's robot of a private host, which whoever runs the server allows. */
const robot = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  texts.push(JSON.parse(body).text.content)
  response.end(JSON.stringify({ errcode: 0, errmsg: 'ok' }))
})

beforeAll(async () => {
  await new Promise<void>(resolve => robot.listen(0, '127.0.0.1', resolve))
  desk = await openDesk({ GUATU_ALLOW_HOSTS: '127.0.0.1' })
})
afterAll(async () => {
  await desk?.close()
  robot.close()
})

it('an administrator sets a group robot up, and its test message arrives', async () => {
  const page = await desk.signedIn('zs-guanli')
  await watched(page, 'channel', async () => {
    await page.locator('button.who').click()
    await page.getByRole('menuitem', { name: say('channel.title') }).click()
    const log = page.getByRole('region', { name: say('delivery.title') })
    await says(log, say('delivery.none'))
    const line = page.getByRole('listitem').filter({ hasText: say('channel.name.wecom') })
    await line.getByRole('button').first().click()
    const form = page.getByRole('dialog')
    await form.getByRole('checkbox', { name: say('channel.switch-on') }).check()
    const { port } = robot.address() as AddressInfo
    await form.getByLabel(say('channel.bot.base')).fill(`http://127.0.0.1:${port}`)
    await form.getByLabel(say('channel.bot.token.wecom')).fill('key-to-keep')
    await form.locator('button[type=submit]').click()
    await says(line, say('channel.on'))
    await line.getByRole('button').last().click()
    await says(log, say('delivery.state.sent'))
    expect(texts).toHaveLength(1)
    expect(await page.content()).not.toContain('key-to-keep')
  })
})

it('a clerk without notices reads what will stand there, and makes an address for the calendar', async () => {
  const page = await desk.signedIn('zs-tianbao')
  await watched(page, 'notices', async () => {
    await page.getByRole('button', { name: say('notice.title'), exact: true }).click()
    await says(page.getByRole('main'), say('notice.none'))
    await page.getByRole('button', { name: say('reach.feed-make') }).click()
    const address = (await page.locator('code').innerText()).trim()
    const answer = await fetch(address)
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR/)
  })
})
