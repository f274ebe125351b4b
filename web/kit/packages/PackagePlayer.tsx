import { lessonStates } from '@zhixing/contract/package-words.ts'
import { useEffect, useRef, useState } from 'react'
import { Play, openLesson, packagesOrigin } from './play.ts'
import type { Opened, Saving } from './play.ts'
import styles from './PackagePlayer.module.css'
import { heard } from './words.ts'

type Props = {
  readonly unitId: string
  readonly packageId: string
  readonly lesson: string
  /** After each change that the server has kept. */
  readonly onSaved?: () => void
}

type Stage = { readonly opened: Opened; readonly origin: string }

/** A lesson made elsewhere, in a frame from another origin; what it wants remembered is kept by us. */
export function PackagePlayer({ unitId, packageId, lesson, onSaved }: Props) {
  const [stage, setStage] = useState<Stage>()
  const [failed, setFailed] = useState('')
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const origin = await packagesOrigin()
      const opened = await openLesson({ unitId, packageId, lesson })
      if (!isGone) setStage({ opened, origin })
    }
    open().catch((error: unknown) => {
      if (!isGone) setFailed(error instanceof Error ? error.message : '课件没有打开，请重试')
    })
    return () => {
      isGone = true
      setStage(undefined)
    }
  }, [unitId, packageId, lesson])

  if (failed)
    return (
      <p role="alert" className={styles.word}>
        {failed}
      </p>
    )
  if (!stage) return <p className={styles.word}>正在打开课件……</p>
  const key = { unitId, packageId, lesson }
  return <Frame key={stage.opened.playId} lesson={key} stage={stage} onSaved={onSaved} />
}

type FrameProps = {
  readonly lesson: Pick<Props, 'unitId' | 'packageId' | 'lesson'>
  readonly stage: Stage
  readonly onSaved: (() => void) | undefined
}

function Frame({ lesson, stage: { opened, origin }, onSaved }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const saved = useRef(onSaved)
  saved.current = onSaved
  const [saving, setSaving] = useState<Saving>('saved')
  const [state, setState] = useState(opened.state)

  useEffect(() => {
    const play = new Play(lesson, opened, (next, reached) => {
      setSaving(next)
      if (next !== 'saved') return
      setState(reached)
      saved.current?.()
    })
    const listen = ({ source, origin: from, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || from !== origin) return
      const words = heard(data)
      if (words?.kind === 'ready')
        frame.current?.contentWindow?.postMessage(beginOf(opened), origin)
      if (words?.kind === 'shown' && opened.isAsset)
        play.remember({ memory: '{}', state: 'completed', score: null }, true)
      if (words?.kind === 'state') play.remember(words, words.isEnd)
    }
    const count = counting((seconds) => play.pass(seconds))
    const leave = () => play.leave()
    const hide = () => document.hidden && play.leave()
    window.addEventListener('message', listen)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearInterval(count)
      window.removeEventListener('message', listen)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      play.end()
    }
    // The play is the frame's: another one comes with another key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <section className={styles.player}>
      <iframe
        ref={frame}
        className={styles.frame}
        title={opened.title}
        src={`${origin}/play/${opened.token}/`}
        // Both, because it is not our origin that it keeps: with its own it can find its own frames.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        sandbox="allow-scripts allow-same-origin allow-forms"
        allow="fullscreen; autoplay"
        referrerPolicy="no-referrer"
        // Where the browser knows it: not even its own cookies and storage are older than this page.
        {...{ credentialless: true }}
      />
      <p className={styles.word} role="status">
        {lessonStates[state]}，{sentenceOf(saving)}
      </p>
    </section>
  )
}

const sleepSeconds = 5

/** The seconds in which the page could be seen; a machine that slept has not been looked at. */
function counting(pass: (seconds: number) => void) {
  let last = performance.now()
  return setInterval(() => {
    const now = performance.now()
    const seconds = Math.min(Math.round((now - last) / 1000), sleepSeconds)
    last = now
    if (!document.hidden) pass(seconds)
  }, 1000)
}

function beginOf({ standard, launch, launchData, masteryScore, memory, seconds }: Opened) {
  return { zhixing: 'begin', standard, launch, launchData, masteryScore, memory, seconds }
}

function sentenceOf(saving: Saving): string {
  if (typeof saving === 'object') return saving.refused
  if (saving === 'offline') return '没有网络，进度先存在本机，恢复后自动补传'
  return saving === 'saving' ? '正在保存进度' : '进度已保存'
}
