import { join } from 'node:path'
import { isDay } from '@guatu/kernel'
import { loadDemo, loadSchemes, moveDemoDay, type NoSuchDay } from '@guatu/server'
import { type Command, type Console, type Exit, need, Refused, text } from './command/command.ts'
import { withDatabase } from './input/database.ts'

const USAGE = 'demo load\nguatu demo day DATE --jurisdiction J'

export const demo: Command = {
  usage: USAGE,
  about:
    '向空库装入演示数据；或把演示的“今天”移到某日 load the demo into an empty database; or move the demo\'s "today" on',
  options: { jurisdiction: text },
  words: [1, 2],
  async run({ words: [what, day], values }, console) {
    if (what === 'load' && day === undefined) return load(console)
    if (what !== 'day' || day === undefined) throw new Refused(`用法 usage: guatu ${USAGE}`)
    if (!isDay(day)) throw new Refused(`不是日期 not a day: ${day}`)
    return moveDay(console, need(values, 'jurisdiction'), day)
  },
}

async function load({ root, print }: Console): Promise<Exit> {
  const plans = await withDatabase(root, async database => {
    const { schemes } = await loadSchemes(database, [join(root, 'schemes')])
    return loadDemo(database, join(root, 'demo'), schemes)
  })
  for (const { name, businessDate } of plans) print(`${name}  ${businessDate}`)
  if (plans.length === 0)
    throw new Refused('库中已有真实数据，未装入 the database holds real work: nothing was loaded')
  return 0
}

async function moveDay({ root, print }: Console, jurisdiction: string, day: string): Promise<Exit> {
  const moved = await withDatabase(root, database => moveDemoDay(database, jurisdiction, day))
  if (!moved.ok) throw new Refused(why(moved.error, jurisdiction))
  print(`${moved.value.name}  ${moved.value.from} → ${day}`)
  return 0
}

function why(error: NoSuchDay, jurisdiction: string): string {
  switch (error.code) {
    case 'demo.unknown':
      return `没有这个地区 no such jurisdiction: ${jurisdiction}`
    case 'demo.follows-the-clock':
      return `${jurisdiction} 不是演示，日期随时钟 is no demo: its day follows the clock`
    case 'demo.past':
      return `演示已到${error.today}，不能往回移 the demo is at ${error.today} and does not go back`
  }
}
