import { Link } from '@tanstack/react-router'
import { lessonStates } from '@zhixing/contract/package-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import { packageRoute } from './routes.ts'

/** The lessons of one course, and what became of each. */
export function PackagePage() {
  const key = packageRoute.useParams()
  const answer = useAnswer('packages.mine', key)
  return (
    <SubPage title="互动课件" back="/packages">
      <Answered answer={answer}>
        {({ title, lessons }) => (
          <>
            <Sentence note={title}>
              共 {lessons.length} 课，学完{' '}
              <Count of={lessons.filter(({ state }) => isDone(state)).length} /> 课。
            </Sentence>
            <ul>
              {lessons.map(({ identifier, title: name, state, score, minutes }) => (
                <li key={identifier} className={rows.row}>
                  <Link
                    to="/packages/$unitId/$packageId/$lesson"
                    params={{ ...key, lesson: identifier }}
                  >
                    <h2>{name}</h2>
                  </Link>
                  <small>
                    {lessonStates[state]}
                    {score === null ? '' : `，${score} 分`}，学了 {minutes} 分钟
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function isDone(state: keyof typeof lessonStates): boolean {
  return state === 'completed' || state === 'passed'
}
