import type { Evaluation, Facts, Running } from '@guatu/domain'

/** A jurisdiction judged: what a reader sees at one moment. */
export interface Judged {
  readonly facts: Facts
  readonly running: Running
  readonly evaluation: Evaluation
}
