import type { EntryOf, Output } from '@zhixing/contract'
import { useEffect, useState } from 'react'
import styles from './Learn.module.css'
import { canTake, isTaken, leaveCourse, readableOf, takeCourse } from './take-course.ts'

type Course = Output<EntryOf<'courses.open'>>
type State = 'no' | 'taking' | 'taken'

/** A course to read where there is no network; what counts of that, and what does not, stands beside it. */
export function TakeAlong({ course }: { course: Course }) {
  const { courseId, contents } = course
  const [state, setState] = useState<State>(() => (isTaken(courseId) ? 'taken' : 'no'))
  const [problem, setProblem] = useState('')
  useRenewal(course)
  const readable = readableOf(course).length
  if (!canTake() || readable === 0) return null
  const take = () => {
    setState('taking')
    setProblem('')
    takeCourse(course).then(
      () => setState('taken'),
      () => {
        setState('no')
        setProblem('没有存下：请检查网络，或者腾出一些手机空间再试')
      },
    )
  }
  const leave = () => void leaveCourse(courseId).then(() => setState('no'))
  const others = contents.length - readable
  return (
    <>
      <button
        type="button"
        className={styles.quiet}
        disabled={state === 'taking'}
        onClick={state === 'taken' ? leave : take}
      >
        {words[state]}
      </button>
      {state === 'taken' ? (
        <p className={styles.facts} role="status">
          已存到这部手机，没有网络也能看 {readable} 节
          {others > 0 ? `；另外 ${others} 节要联网学` : ''}。一天之内联网的，离线看的时间照记。
        </p>
      ) : null}
      <p role="alert" className={styles.facts}>
        {problem}
      </p>
    </>
  )
}

const words: Record<State, string> = {
  no: '存到手机，没有网络也能看',
  taking: '正在存到手机……',
  taken: '从手机里删掉',
}

/** Opened with a network, what was taken along is made new: its contents, and the day in which reading counts. */
function useRenewal(course: Course): void {
  useEffect(() => {
    if (navigator.onLine && isTaken(course.courseId)) takeCourse(course).catch(() => undefined)
  }, [course])
}
