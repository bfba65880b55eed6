import { hash, verify } from '@node-rs/argon2'

/** argon2id with the parameters that OWASP names first: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Checked where there is no account, so that the time taken tells nothing. */
let nobody: Promise<string> | undefined

/** `stored` is absent where nobody has that account: the answer is false, and as slow. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody')
  const fits = await verify(stored ?? (await nobody), password)
  return fits && stored !== undefined
}
