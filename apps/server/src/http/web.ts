import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { errorBodyOf } from './failure.ts'

/** The built web app: any other path is a page of it, except under /api. */
export async function serveWeb(server: FastifyInstance, webDir: string | undefined): Promise<void> {
  const page = webDir !== undefined && existsSync(join(webDir, 'index.html'))
  if (page) {
    await server.register(fastifyStatic, {
      root: webDir,
      wildcard: true,
      // Made when the app is built: see scripts/build.mjs.
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names under assets/ carry a hash of their content.
        const hashed = path.startsWith(join(webDir, 'assets'))
        reply.header('vary', 'accept-encoding')
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api')
    const isFile = /^\/(assets\/|[^/?]+\.[a-z0-9]+($|\?))/i.test(request.url)
    if (page && wantsPage && !isFile) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply.status(404).send(errorBodyOf({ code: 'request.not-found' }))
  })
}
