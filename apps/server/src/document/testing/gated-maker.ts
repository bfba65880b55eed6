import { get } from 'node:http'
import { type MakeTask, make } from '@guatu/documents'

/** A making process that tells the gate of the test what it is about to make, and makes it when the gate answers so. */
process.once('disconnect', () => process.exit())
process.once('message', ({ task }: { readonly task: MakeTask }) => {
  const what = task.kind === 'document' ? task.format : task.kind
  get(`${process.env.GUATU_TEST_GATE}/${what}/${process.pid}`, async answer => {
    if (answer.statusCode !== 200) process.exit(3)
    process.send?.({ made: await make(task) })
  })
})
