export * from './board.ts'
export type { ScoreFigure } from './figure.ts'
export * from './score.ts'
