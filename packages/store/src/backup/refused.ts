import { err, type Fault, type Result } from '@guatu/kernel'

/** Why a backup is not taken or not restored; nothing was written. */
export type BackupCode =
  | 'backup.no-file'
  | 'backup.damaged'
  | 'backup.newer'
  | 'backup.other-structure'
  | 'backup.not-empty'
  | 'backup.in-use'
  | 'backup.no-structure'
  | 'backup.cannot-write'

export interface BackupFault extends Fault {
  readonly code: BackupCode
}

/** Thrown inside this folder only; `answered` makes it a value. */
export class BackupRefused extends Error {
  readonly fault: BackupFault

  constructor(code: BackupCode, params?: Fault['params']) {
    super(code)
    this.fault = { code, params }
  }
}

export async function answered<T>(work: () => Promise<T>): Promise<Result<T, BackupFault>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof BackupRefused) return err(error.fault)
    throw error
  }
}
