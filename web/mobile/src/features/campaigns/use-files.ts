import { upload, type Uploaded } from '@zhixing/kit/upload.ts'
import { useState } from 'react'

/** Papers on their way to the server, one after another. */
export function useFiles() {
  const [files, setFiles] = useState<Uploaded[]>([])
  const [problem, setProblem] = useState('')
  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem('')
    const { signal } = new AbortController()
    await upload(file, { purpose: 'document', onProgress: () => undefined, signal }).then(
      (sent) => setFiles((all) => [...all, sent]),
      (error: unknown) => setProblem(error instanceof Error ? error.message : '上传失败'),
    )
  }
  return { files, problem, take }
}
