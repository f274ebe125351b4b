import { fileAddress } from '@zhixing/kit/upload.ts'
import { useWatching } from '@zhixing/kit/learn/use-watching.ts'
import type { Check } from '@zhixing/kit/learn/use-watching.ts'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { CheckCard } from './CheckCard.tsx'
import type { CourseItem } from './CoursePage.tsx'
import type { ItemProps } from './ItemView.tsx'
import styles from './Learn.module.css'
import { Bar, Told } from './Watched.tsx'

type Watching = ReturnType<typeof useWatching>

/** While it plays, what was seen is told every quarter of a minute, and once more on leaving. */
function useTelling(
  video: RefObject<HTMLVideoElement | null>,
  { begin, end, tell, everyMs }: Watching,
): void {
  useEffect(() => {
    const element = video.current
    const place = () => (element?.currentTime ?? 0) * 1000
    const timer = setInterval(() => {
      if (!element || element.paused || element.seeking) return
      end(place())
      begin(place())
      void tell()
    }, everyMs)
    return () => {
      clearInterval(timer)
      end(place())
      void tell()
    }
  }, [video, begin, end, tell, everyMs])
}

/** Beyond this, somebody has jumped. */
const skippedMs = 1500

/** The next question, at its own moment: the recording waits for the answer, and nobody jumps over it. */
function useChecks({ checks }: Watching) {
  const [asking, setAsking] = useState<Check>()
  const [next] = checks

  const isHeld = (element: HTMLVideoElement): boolean => {
    if (asking) return true
    if (!next || element.currentTime * 1000 <= next.atMs + skippedMs) return false
    element.currentTime = Math.max(0, next.atMs / 1000 - 2)
    return true
  }
  const look = (element: HTMLVideoElement) => {
    if (!next || element.currentTime * 1000 < next.atMs) return
    element.pause()
    if (document.fullscreenElement) void document.exitFullscreen()
    setAsking(next)
  }
  /** From where it waits; from a little before, where the answer was not taken. */
  const goOn = (element: HTMLVideoElement | null, isTaken: boolean) => {
    setAsking(undefined)
    if (!element || !asking) return
    if (!isTaken) element.currentTime = Math.max(0, asking.atMs / 1000 - 4)
    void element.play()
  }
  return { asking, isHeld, look, goOn }
}

/** A quarter of a minute at a time is told; going elsewhere in the recording begins anew. */
export function VideoItem({ courseId, item, seen }: ItemProps) {
  const video = useRef<HTMLVideoElement>(null)
  const watching = useWatching({ courseId, itemId: item.itemId })
  const { begin, end, tell, state } = watching
  const { asking, isHeld, look, goOn } = useChecks(watching)
  const last = useRef(0)
  const at = () => (video.current?.currentTime ?? 0) * 1000
  const stop = () => {
    end(at())
    void tell()
  }

  useTelling(video, watching)

  if (!item.file) return null
  return (
    <>
      <div className={styles.stage}>
        {/* Captions come with the video where its makers gave them. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          ref={video}
          controls
          playsInline
          controlsList="noplaybackrate nodownload"
          src={`${fileAddress(item.file)}?show=1`}
          aria-label={item.title}
          onLoadedMetadata={({ currentTarget }) => goToPlace(currentTarget, item)}
          onPlaying={({ currentTarget }) => (asking ? currentTarget.pause() : begin(at()))}
          onPause={stop}
          onEnded={stop}
          onSeeking={() => end(last.current)}
          onTimeUpdate={({ currentTarget }) => {
            const { currentTime, paused, seeking } = currentTarget
            if (seeking || isHeld(currentTarget)) return
            last.current = currentTime * 1000
            seen(currentTime)
            if (!paused) begin(last.current)
            look(currentTarget)
          }}
          onRateChange={({ currentTarget }) => {
            if (currentTarget.playbackRate !== 1) currentTarget.playbackRate = 1
          }}
        >
          <Captions item={item} />
        </video>
        <Bar item={item} />
        {asking ? (
          <CheckCard
            key={asking.checkId}
            check={asking}
            say={(chosen) => watching.say(asking.checkId, chosen)}
            goOn={(isTaken) => goOn(video.current, isTaken)}
          />
        ) : null}
      </div>
      <Told state={state} />
    </>
  )
}

/** Where it was left; from the start again where nothing is left. */
function goToPlace(element: HTMLVideoElement, { positionSeconds, seconds }: CourseItem) {
  element.currentTime = positionSeconds < seconds - 3 ? positionSeconds : 0
}

function Captions({ item: { captions } }: { item: CourseItem }) {
  if (!captions) return null
  const src = `${fileAddress(captions)}?show=1`
  return <track kind="captions" srcLang="zh" label="字幕" default src={src} />
}
