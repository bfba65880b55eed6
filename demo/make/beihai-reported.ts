import type { ReportedFact } from '@guatu/domain'
import { yi } from './amounts.ts'
import { reports } from './place.ts'

/** Amounts of 2021, of 2022 and of 2023 up to May, in 亿元, by indicator. All made up. */
const YEARS: Readonly<Record<string, readonly [number, number, number]>> = {
  industry: [268.4, 331.7, 153.2],
  transport: [171.5, 214.2, 96.8],
  rail: [61.2, 74.6, 33.9],
  road: [40.8, 47.1, 20.3],
  waterway: [66.9, 89.4, 41.2],
  air: [2.6, 3.1, 1.4],
  energy: [55.3, 68.9, 34.1],
  'water-works': [22.4, 26.8, 11.9],
  'water-works-city': [5.6, 7.1, 2.8],
  'five-networks': [249.2, 309.9, 142.8],
  urbanisation: [562, 648, 287],
  'new-infrastructure': [27.3, 33.6, 16.4],
  farming: [141.6, 170.3, 78.5],
  services: [158.4, 197.1, 90.6],
  ecology: [28.8, 32.5, 14.7],
  education: [34.2, 40.7, 18.3],
  health: [26.9, 31.2, 13.5],
  fitness: [14.1, 18.8, 9.2],
  tourism: [25.7, 33.4, 17.1],
  'civil-affairs': [5.2, 6.7, 3.1],
  bonds: [78.6, 88.2, 41.5],
  'direct-financing': [7.5, 9.2, 4.6],
  'industry-funds': [30.4, 31.2, 14.8],
  'social-financing': [152.3, 158.7, 71.6],
  'new-loans': [42.6, 45.1, 22.4],
}

export const BEIHAI_REPORTED: readonly ReportedFact[] = [
  ...reports('fai', {
    '2020-12': { amount: yi(580) },
    '2021-12': { amount: yi(671.3) },
    '2022-12': { amount: yi(776.5) },
    '2023-05': { amount: yi(342.7) },
  }),
  ...reports('industry', { '2020-12': { amount: yi(221.5) } }),
  ...Object.entries(YEARS).flatMap(([indicator, [first, second, third]]) =>
    reports(indicator, {
      '2021-12': { amount: yi(first) },
      '2022-12': { amount: yi(second) },
      '2023-05': { amount: yi(third) },
    }),
  ),
  ...reports('irrigated', { '2022-12': { area: 1_178_000 }, '2023-05': { area: 1_203_000 } }),
  ...reports('subsidised-share', { '2022-12': { rate: '43.1%' }, '2023-05': { rate: '41.6%' } }),
  ...reports('listings', { '2021-12': { firms: 0 }, '2022-12': { firms: 1 }, '2023-05': { firms: 0 } }),
  ...reports('attracted', { '2022-12': { growth: '21.4%' }, '2023-05': { growth: '18.9%' } }),
  ...reports('foreign', {
    '2021-12': { dollars: 88_000_000 },
    '2022-12': { dollars: 104_000_000 },
    '2023-05': { dollars: 46_000_000 },
  }),
]
