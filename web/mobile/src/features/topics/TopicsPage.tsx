import type { EntryOf, Output } from '@zhixing/contract'
import { topicWays } from '@zhixing/contract/life-words.ts'
import { fullDay, monthDay } from '@zhixing/kit/format/day.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import { StudyForm } from './StudyForm.tsx'

type Topic = Output<EntryOf<'topics.mine'>>['rows'][number]

/** What was asked of my branch; who cannot come studies it here and says what they took from it. */
export function TopicsPage() {
  const answer = useAnswer('topics.mine', { size: 50 })
  return (
    <SubPage title="学习内容" back="/me">
      <Answered answer={answer}>
        {({ rows: topics, total }) => {
          const open = topics.filter(({ way }) => way === null).length
          if (total === 0)
            return (
              <Empty title="还没有布置学习内容" example="“学习全会精神”，6月30日前学完。">
                上级布置的必学内容会列在这里，可以参加支部学习，也可以自学。
              </Empty>
            )
          return (
            <>
              <Sentence note="参加支部的学习自动记上；自学的写几句体会。">
                还有 <Count of={open} stress={open > 0} /> 项没有学，共 {total} 项。
              </Sentence>
              <ul>
                {topics.map((topic) => (
                  <TopicLine key={topic.topicId} topic={topic} />
                ))}
              </ul>
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function TopicLine({ topic }: { topic: Topic }) {
  const { topicId, title, body, links, files, from, dueOn, hold, way, on, note } = topic
  return (
    <li className={rows.row}>
      <h2>{title}</h2>
      <small>
        {from}布置，{fullDay(dueOn)}前学完
        {hold ? `，统一在${fullDay(hold.on)}开展` : ''}
      </small>
      {body ? <p>{body}</p> : null}
      {links.map((link) => (
        <p key={link}>
          <a href={link} rel="noreferrer">
            打开学习链接
          </a>
        </p>
      ))}
      {files.map((file) => (
        <p key={file.fileId}>
          <a href={fileAddress(file)}>{file.name}</a>
        </p>
      ))}
      {way ? (
        <p>
          已学：{on ? monthDay(on) : ''} {topicWays[way]}，{note}
        </p>
      ) : (
        <StudyForm topicId={topicId} />
      )}
    </li>
  )
}
