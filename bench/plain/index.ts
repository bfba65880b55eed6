import { startPlain } from './server.ts'

const { url } = await startPlain(process.env.DATABASE_URL ?? '')
console.log(url)
