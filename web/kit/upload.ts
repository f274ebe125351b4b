import type { Refusal } from '@zhixing/contract'
import { Refused, Unreachable } from './api.ts'

export type Uploaded = { unitId: string; fileId: string; name: string; bytes: number }

type Options = {
  /** A table is looked at as one while it comes in: what cannot be read is refused at once. */
  purpose: 'document' | 'table' | 'package' | 'video'
  /** How much of it has gone out, from 0 to 1. */
  onProgress: (part: number) => void
  signal: AbortSignal
}

/** Sends one file; only the old way of asking says how far it has come. */
export function upload(file: File, { purpose, onProgress, signal }: Options): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total))
    request.addEventListener('load', () => {
      const body: unknown = request.response
      if (request.status === 200) resolve(body as Uploaded)
      else if (body) reject(new Refused(request.status, body as Refusal))
      else reject(new Unreachable())
    })
    request.addEventListener('error', () => reject(new Unreachable()))
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', `/api/files/upload?purpose=${purpose}`)
    request.responseType = 'json'
    request.send(form)
  })
}

/** Where a file can be fetched by whoever may see it. */
export function fileAddress({ unitId, fileId }: Pick<Uploaded, 'unitId' | 'fileId'>): string {
  return `/api/files/${unitId}/${fileId}`
}
