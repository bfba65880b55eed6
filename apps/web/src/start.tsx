import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/use-api.ts'
import { startLanguage } from './language/index.ts'
import { Session } from './session/Session.tsx'
import './styles/base.css'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
await startLanguage()
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Session />
    </QueryClientProvider>
  </StrictMode>,
)
// The last fallback for machines without a Chinese font; only the ranges that a page needs are fetched.
void import('./styles/font.ts')
