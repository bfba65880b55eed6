import { config } from 'zod'

// Compiling schemas needs eval, which the content policy refuses. Said before the first schema is made, hence the
// import that waits.
config({ jitless: true })
await import('./start.tsx')
