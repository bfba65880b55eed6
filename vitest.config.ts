import { defineConfig } from 'vitest/config'

const everywhere = (name: string) =>
  `{packages,apps,schemes,demo,examples,docs,e2e,scripts}/**/*${name}.{ts,tsx}`
/** One kind after the other, with as many files at once as two cores bear. */
const inTurn = (groupOrder: number, maxWorkers: number) => ({ maxWorkers, sequence: { groupOrder } })
const never = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          ...inTurn(0, 2),
          include: [everywhere('.test')],
          testTimeout: 20_000,
          exclude: ['**/*.db.test.ts', '**/*.e2e.test.ts', ...never],
        },
      },
      {
        test: {
          name: 'db',
          // Reading the server and its packages anew for each file took longer than most files.
          isolate: false,
          ...inTurn(1, 2),
          include: [everywhere('.db.test')],
          exclude: never,
          globalSetup: './packages/store/src/testing/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          ...inTurn(2, 2),
          include: [everywhere('.e2e.test')],
          exclude: never,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
