import { Link } from '@tanstack/react-router'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

/** Interactive courses that I can take, with how far I am. */
export function PackagesPage() {
  const answer = useAnswer('packages.menu', {})
  return (
    <SubPage title="互动课件" back="/me">
      <Answered answer={answer}>
        {({ rows: all }) =>
          all.length === 0 ? (
            <Empty title="还没有互动课件">上级党组织上传的互动课件会列在这里，点开就能学。</Empty>
          ) : (
            <>
              <Sentence note="学到哪里自动记下，换一台手机也能接着学。">
                还有 <Count of={all.filter(({ lessons, done }) => done < lessons).length} />{' '}
                门没学完。
              </Sentence>
              <ul>
                {all.map(
                  ({ unitId, packageId, title, organizationName, lessons, done, isBegun }) => (
                    <li key={packageId} className={rows.row}>
                      <Link to="/packages/$unitId/$packageId" params={{ unitId, packageId }}>
                        <h2>{title}</h2>
                      </Link>
                      <small>
                        {organizationName}，{progressOf(lessons, done, isBegun)}
                      </small>
                    </li>
                  ),
                )}
              </ul>
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function progressOf(lessons: number, done: number, isBegun: boolean): string {
  if (done === lessons) return '已学完'
  return isBegun ? `共 ${lessons} 课，学完 ${done} 课` : `共 ${lessons} 课，还没有学`
}
