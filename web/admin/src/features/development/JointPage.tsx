import type { EntryOf, Output } from '@zhixing/contract'
import { opinionAnswers } from '@zhixing/contract/procedure-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { AskAll } from './AskAll.tsx'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'

type Shown = Output<EntryOf<'development.joint'>>
type Person = Shown['rows'][number]

const size = 20

/** Everybody who is being reviewed, and what each department has said. */
export function JointPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/development/joint' })
  const answer = useAnswer('development.joint', { organizationId, page, size })
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const { rows, total, asked, silent, late } = shown
          return (
            <>
              <Sentence note="每人每部门一个链接，对方只看得到自己要答复的一个问题；有一票否决的部门不同意，就不能通过。">
                正在审查 <Count of={total} /> 名，发出 <Count of={asked} /> 问，待答复{' '}
                <Count of={silent} /> 问
                {late > 0 ? (
                  <>
                    ，逾期 <Count of={late} stress /> 问
                  </>
                ) : null}
                。
              </Sentence>
              <DevelopmentBar>
                {rows.length > 0 ? (
                  <Button type="primary" onClick={() => setIsAsking(true)}>
                    送部门联审
                  </Button>
                ) : null}
              </DevelopmentBar>
              {total === 0 ? (
                <Empty
                  title="现在没有人在政治审查或预审"
                  example="林新禾，县公安局：没有不同意见。"
                >
                  走到“政治审查”“上级党委预审”的对象会列在这里，可以一次送多个部门联审。
                </Empty>
              ) : (
                <>
                  {rows.map((one) => (
                    <Opinions key={one.applicantId} person={one} />
                  ))}
                  <Pager page={page} size={size} total={total} />
                </>
              )}
              <DetailPanel title="送部门联审" open={isAsking} onClose={() => setIsAsking(false)}>
                {isAsking ? <AskAll shown={shown} close={() => setIsAsking(false)} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Opinions({ person }: { person: Person }) {
  const { unitId, applicantId, name, organizationName, stepName, opinions } = person
  return (
    <section className={styles.part}>
      <h2>
        <Link to="/development/$unitId/$applicantId" params={{ unitId, applicantId }}>
          {name}
        </Link>
        <small>
          {organizationName}，{stepName}
        </small>
      </h2>
      {opinions.length === 0 ? <p>还没有送部门联审。</p> : null}
      <ul>
        {opinions.map(({ department, answer, text, dueOn, isLate, path }) => (
          <li key={department}>
            {department}：
            {answer ? (
              <span className={answer === 'object' ? details.late : undefined}>
                {opinionAnswers[answer]} {text}
              </span>
            ) : (
              <span className={isLate ? details.late : undefined}>
                等待答复，{dueOn} 前{isLate ? '，已逾期' : ''}{' '}
                {path ? <a href={path}>答复链接</a> : null}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
