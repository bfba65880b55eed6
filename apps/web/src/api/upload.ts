import { type Response, routes } from '@guatu/contract'
import { faultOf } from './client.ts'
import { ApiFault, NETWORK } from './fault.ts'

/** Sends a file and tells how many of its bytes have gone; `fetch` cannot say that. */
export function upload(
  file: File,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<Response<typeof routes.uploadImport>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open(routes.uploadImport.method, routes.uploadImport.path)
    request.setRequestHeader('x-guatu', '1')
    request.upload.onprogress = event => onProgress(event.loaded, event.total)
    request.onerror = () => reject(new ApiFault(NETWORK, '', '', 0))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText))
        : reject(faultOf(request.status, request.responseText))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
