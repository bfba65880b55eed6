import { defineConfig } from 'vitest/config'

const everywhere = (name: string) =>
  `{packages,apps,schemes,demo,examples,docs,e2e,scripts}/**/*${name}.{ts,tsx}`
const never = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [everywhere('.test')],
          exclude: ['**/*.db.test.ts', '**/*.e2e.test.ts', ...never],
        },
      },
      {
        test: {
          name: 'db',
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
          include: [everywhere('.e2e.test')],
          exclude: never,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
