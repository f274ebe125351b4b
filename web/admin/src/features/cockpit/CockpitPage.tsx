import { fullDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import { grouped } from '../../format/grouped.ts'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import styles from './Cockpit.module.css'
import { Months } from './Months.tsx'
import { Opened, OpenNumber } from './Opened.tsx'
import { Bars, Question } from './Question.tsx'
import { Shares } from './Shares.tsx'
import type { Cockpit } from './cockpit.ts'

/** How things stand, for those who would rather look than read. */
export function CockpitPage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('cockpit.show', { organizationId })
  return (
    <Page>
      <Answered answer={answer}>
        {(cockpit) => (cockpit.members.text === '0' ? <Nobody /> : <Charts cockpit={cockpit} />)}
      </Answered>
    </Page>
  )
}

const studied = { unit: '学时', value: '人均已学', rest: '比进度少' }

function Charts({ cockpit }: { cockpit: Cockpit }) {
  const { coverage, pace, categories, meetings } = cockpit
  return (
    <>
      <Headline cockpit={cockpit} />
      <div className={styles.charts}>
        {coverage ? (
          <Question {...coverage}>
            <Shares points={coverage.points} />
          </Question>
        ) : null}
        <Question {...pace}>
          <Bars chart={pace} words={studied} scale={60} />
        </Question>
        <Question {...categories}>
          <Shares points={categories.points} unit="学时" />
        </Question>
        <Question {...meetings}>
          <Months kinds={meetings.kinds} />
        </Question>
      </div>
      <Opened />
    </>
  )
}

function Headline({ cockpit }: { cockpit: Cockpit }) {
  const { organizationName, isBranch, members, branches, keeping, year, day } = cockpit
  const share = Math.round((keeping.well / Math.max(1, keeping.people)) * 100)
  return (
    <Sentence note={`${year} 年度，截至${fullDay(day)} · 点任何一个数看明细`}>
      {organizationName} <OpenNumber figure={members}>{grouped(members.text)}</OpenNumber> 名党员
      {isBranch ? null : (
        <>
          、<OpenNumber figure={branches}>{grouped(branches.text)}</OpenNumber> 个支部
        </>
      )}
      {keeping.people > 0 ? (
        <>
          ：应学的 {keeping.people.toLocaleString('zh-CN')} 人中{' '}
          <Link to="/requirements">{share}%</Link> 达标或跟上进度。
        </>
      ) : (
        '，还没有人应学。'
      )}
    </Sentence>
  )
}

function Nobody() {
  return (
    <Empty
      title="这里还没有党员"
      example="名册共 23 人；应学的 20 人中 85% 达标或跟上进度。"
      step={
        <LinkButton to="/members/import" primary>
          导入名册
        </LinkButton>
      }
    >
      参训覆盖、全年进度、学习内容和逐月的组织生活会画在这里，每个数都能点开明细。
    </Empty>
  )
}
