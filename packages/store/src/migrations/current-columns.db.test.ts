import { expect, it } from 'vitest'
import { connectDatabase } from '../database/open.ts'
import { prepareStructure } from '../database/structure.ts'
import { emptyDatabase, runOn } from '../testing/database.ts'

it('takes figures that were kept before into columns', async () => {
  const url = await emptyDatabase()
  await prepareStructure(url, '2026-11-23T2345-look-marks')
  await runOn(url, `insert into jurisdiction (id, name) values ('zs', 'x')`)
  await runOn(
    url,
    `insert into current (jurisdiction_id, project_id, period, period_end, figures, sources) values
      ('zs', 'a', '2023-04', '2023-04-30', '{"invest-ytd": 9007199254740991, "stage": "started", "heads": 3}',
        '{"invest-ytd": 7, "stage": 5, "heads": 7}'),
      ('zs', 'a', '2023-05', '2023-05-31', '{"started-on": "2023-05-15", "invest-ytd": 0}',
        '{"started-on": 8, "invest-ytd": 9}'),
      ('zs', 'a', '2023-06', '2023-06-30', '{}', '{}')`,
  )
  await (await connectDatabase(url)).close()
  expect(
    await runOn(
      url,
      `select invest_ytd, invest_ytd_seq, stage, stage_seq, started_on, started_on_seq, paid_ytd
      from current order by period`,
    ),
  ).toEqual([
    {
      invest_ytd: '9007199254740991',
      invest_ytd_seq: '7',
      stage: 'started',
      stage_seq: '5',
      started_on: null,
      started_on_seq: null,
      paid_ytd: null,
    },
    {
      invest_ytd: '0',
      invest_ytd_seq: '9',
      stage: null,
      stage_seq: null,
      started_on: '2023-05-15',
      started_on_seq: '8',
      paid_ytd: null,
    },
    {
      invest_ytd: null,
      invest_ytd_seq: null,
      stage: null,
      stage_seq: null,
      started_on: null,
      started_on_seq: null,
      paid_ytd: null,
    },
  ])
})
