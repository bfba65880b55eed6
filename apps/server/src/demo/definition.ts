import { role } from '@guatu/contract'
import { isDay } from '@guatu/kernel'
import { parse } from 'yaml'
import { z } from 'zod'

/** demo.yaml beside a data folder: the day that counts as today there, and who can sign in. */
const demo = z.strictObject({
  scheme: z.string(),
  businessDate: z.string().refine(isDay),
  accounts: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      role,
      unit: z.string(),
      /** 单位负责人 */
      head: z.boolean().optional(),
    }),
  ),
})
export type DemoDefinition = z.infer<typeof demo>
export type DemoAccount = DemoDefinition['accounts'][number]

/** Throws on text that is no demo: it comes with the product. */
export const parseDemo = (text: string): DemoDefinition => demo.parse(parse(text))
