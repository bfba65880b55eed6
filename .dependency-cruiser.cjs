// The one-way rule of ARCHITECTURE.md, enforced by `npm run check`.
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The files that packages show to others: the `exports` of their package.json and nothing else. */
const doors = readdirSync(join(__dirname, 'packages')).flatMap(name => {
  const { exports } = JSON.parse(readFileSync(join(__dirname, 'packages', name, 'package.json'), 'utf8'))
  return Object.values(exports).map(file => `^packages/${name}/${escaped(file.replace('./', ''))}$`)
})

const TEST = '\\.test\\.tsx?$|/testing/|/testing\\.ts$'

/** What each package may import of the others; what is not named here it may not. */
const MAY_IMPORT = {
  'packages/kernel': [],
  'packages/scheme': ['packages/kernel'],
  'packages/domain': ['packages/kernel', 'packages/scheme'],
  'packages/documents': ['packages/kernel', 'packages/scheme', 'packages/domain'],
  'packages/contract': ['packages/kernel', 'packages/scheme', 'packages/domain'],
  'packages/store': ['packages/kernel', 'packages/scheme', 'packages/domain'],
  'apps/web': ['packages/kernel', 'packages/contract', 'packages/domain/src/check'],
  'apps/server': ['packages'],
  'apps/cli': ['packages', 'apps/server'],
}

const WHY = {
  'packages/kernel':
    'The kernel knows days, periods, money and rates and nothing above them. Move what needs more up a package.',
  'packages/scheme':
    'A scheme is data: it builds on the kernel only. What a rule does with facts belongs in domain.',
  'packages/domain':
    'Decisions take facts as arguments and return values. Reading, storing and showing happen in the packages above.',
  'packages/documents':
    'Documents turn rows into bytes and bytes into rows. They know no database and no route: let the server bring both together.',
  'packages/contract':
    'The contract is what server, web and CLI agree on. It may not pull storage or document code into the browser.',
  'packages/store':
    'The store keeps facts and knows no rules, routes or files: let the server bring them together.',
  'apps/web':
    'The web app sees the server through the contract alone; types and schemas of answers live there. Only the checks of a return run on both sides (@guatu/domain/check).',
  'apps/server': 'The server may use every package and no other app.',
  'apps/cli': 'The CLI may use every package and the server; nothing of the web.',
}

const direction = Object.entries(MAY_IMPORT).map(([from, allowed]) => ({
  name: `one-way-${from.split('/')[1]}`,
  comment: `${WHY[from]} Order: kernel ← scheme ← domain ← {documents, contract, store} ← apps.`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(packages|apps)/', pathNot: [from, ...allowed].map(path => `^${path}/`) },
}))

module.exports = {
  forbidden: [
    ...direction,
    {
      name: 'no-cycle',
      comment:
        'Two files that need each other are one idea in two places: move the shared part into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'front-door',
      comment:
        'A package shows what its package.json exports; its inside may change on any day. Export the name from its index.ts, or keep it private.',
      severity: 'error',
      from: { path: '^((?:packages|apps)/[^/]+)/' },
      to: { path: '^packages/', pathNot: ['^$1/', ...doors] },
    },
    {
      name: 'packages-by-name',
      comment: 'Write @guatu/kernel, not a path that climbs out of the package.',
      severity: 'error',
      from: { path: '^((?:packages|apps)/[^/]+)/' },
      to: { path: '^(packages|apps)/', pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'checks-stay-small',
      comment:
        'The checks run in the browser: kernel and their own folder only, and from facts nothing but types. See docs/adr/0011.',
      severity: 'error',
      from: { path: '^packages/domain/src/check/', pathNot: TEST },
      to: {
        path: '^packages/',
        pathNot: [
          '^packages/kernel/',
          '^packages/domain/src/check/',
          '^packages/domain/src/facts/fields\\.ts$',
        ],
      },
    },
    {
      name: 'core-reads-nothing',
      comment:
        'kernel, scheme and domain are pure: no file, clock, network or process. Take what is read as an argument, and read it in an app.',
      severity: 'error',
      from: { path: '^packages/(kernel|scheme|domain)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-code-in-product',
      comment: 'Helpers of tests stay with tests: product code that needs one should own it.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: the file or package is missing, or not in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-package-in-product',
      comment:
        'A fresh `npm ci --omit=dev` would break: list the package under dependencies of the workspace that uses it.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: [TEST, 'vite\\.config\\.ts$'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'npm', 'npm-optional'],
        pathNot: '/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.guatu)/' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
