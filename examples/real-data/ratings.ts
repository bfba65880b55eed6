import { join } from 'node:path'
import { groupBy } from '@guatu/kernel'
import { FILES, planFile, readMapping, readScheme } from '../gmpp/portfolio.ts'
import {
  agreeing,
  crossTable,
  RATINGS,
  type Rated,
  type Rating,
  ratedYears,
  weightedKappa,
} from '../gmpp/ratings.ts'
import { markdownTable } from './markdown.ts'

const YEARS = Array.from({ length: 10 }, (_, at) => 2014 + at)
type Pair = readonly [Rating, Rating]

/** Rows taken of both files, then our colours beside the published ratings. */
export async function ratingsReport(root: string, folder: string): Promise<string> {
  const scheme = await readScheme(root)
  const plans = []
  for (const { file, mapping } of FILES)
    plans.push({ file, plan: await planFile(scheme, join(folder, file), await readMapping(root, mapping)) })
  const [history] = plans
  if (!history) return ''
  const rated = ratedYears(scheme, history.plan, YEARS)
  const worst = rated.flatMap((one): Pair[] => (one.worst ? [[one.worst, one.published]] : []))
  return [
    markdownTable(
      ['file', 'rows', 'begin or change a project', 'report nothing', 'need a decision', 'not taken'],
      plans.map(({ file, plan }) => {
        const kinds = groupBy(plan.rows, row => row.kind)
        const count = (...names: ('new' | 'update' | 'unchanged' | 'duplicate' | 'bad')[]) =>
          String(names.reduce((sum, name) => sum + (kinds.get(name)?.length ?? 0), 0))
        const counts = [count('new', 'update'), count('unchanged'), count('duplicate'), count('bad')]
        return [file, String(plan.rows.length), ...counts]
      }),
    ),
    markdownTable(
      ['row', 'project', 'why not taken'],
      plans.flatMap(({ plan }) =>
        plan.rows
          .filter(row => row.kind === 'bad' || row.kind === 'duplicate')
          .map(({ row, name, findings, candidates }) => [
            String(row),
            name,
            [
              ...findings.map(({ field, params }) => `${field}: ${params?.text}`),
              ...candidates.map(({ whyEn }) => whyEn),
            ].join('; '),
          ]),
      ),
    ),
    `${rated.length} project-years carry one of the five ratings; ${worst.length} of them have at least one colour of ours. Our worst colour (rows) beside the published rating (columns):`,
    cross(worst),
    markdownTable(
      ['ours', 'project-years', 'agree', 'one step apart at most', 'linear weighted kappa'],
      [
        ['worst of the three', ...told(worst)],
        [
          'worst, from the second report on',
          ...told(
            pairs(
              rated.filter(one => one.reports > 1),
              one => one.worst,
            ),
          ),
        ],
        ...['spend', 'cost', 'schedule'].map(name => [name, ...told(pairs(rated, one => one.ours[name]))]),
      ],
    ),
  ].join('\n\n')
}

const pairs = (rated: readonly Rated[], ours: (one: Rated) => Rating | undefined): Pair[] =>
  rated.flatMap(one => {
    const colour = ours(one)
    return colour ? [[colour, one.published] as const] : []
  })

function told(given: readonly Pair[]): string[] {
  const table = crossTable(given)
  const near = given.filter(([a, b]) => Math.abs(RATINGS.indexOf(a) - RATINGS.indexOf(b)) <= 1).length
  const share = (count: number) => `${count} (${((100 * count) / given.length).toFixed(1)}%)`
  return [String(given.length), share(agreeing(table)), share(near), weightedKappa(table).toFixed(3)]
}

const cross = (given: readonly Pair[]): string =>
  markdownTable(
    ['ours \\ published', ...RATINGS],
    crossTable(given).map((row, at) => [RATINGS[at] ?? '', ...row.map(String)]),
  )
