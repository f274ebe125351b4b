import { upload, type Uploaded } from '@zhixing/kit/upload.ts'
import { useEffect, useRef, useState } from 'react'

type Sending = { name: string; part: number }

/** One upload at a time; leaving the page ends it. */
export function useUpload(
  purpose: 'document' | 'table' | 'package' | 'video',
  done: (file: Uploaded) => void,
) {
  const [sending, setSending] = useState<Sending>()
  const [problem, setProblem] = useState('')
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const send = async (file: File) => {
    const controller = new AbortController()
    running.current = controller
    const { name } = file
    setProblem('')
    setSending({ name, part: 0 })
    const onProgress = (part: number) => setSending({ name, part })
    try {
      done(await upload(file, { purpose, onProgress, signal: controller.signal }))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '')
    }
    setSending(undefined)
  }
  const stop = () => {
    running.current?.abort()
    setSending(undefined)
  }
  return { sending, problem, send, stop }
}
