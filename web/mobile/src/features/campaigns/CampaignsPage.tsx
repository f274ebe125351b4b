import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import { MyEntries } from './MyEntries.tsx'

type Row = Output<EntryOf<'campaigns.mine'>>['rows'][number]

/** What runs where I belong: the phase, what I read, what I have studied; and for whom I answer. */
export function CampaignsPage() {
  const answer = useAnswer('campaigns.mine', {})
  return (
    <SubPage title="集中教育" back="/learn">
      <Answered answer={answer}>
        {({ rows: all }) =>
          all.length === 0 ? (
            <Empty title="现在没有集中教育" example="主题教育：学习研讨阶段，读本 2/3 章。">
              上级部署主题教育、集中培训、轮训时，安排和自己要学的都在这里。
            </Empty>
          ) : (
            <>
              <Sentence note="点开书目打卡写心得">
                正在开展 <Count of={all.length} /> 项集中教育。
              </Sentence>
              {all.map((row) => (
                <One key={row.campaignId} row={row} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function One({ row }: { row: Row }) {
  const { campaignId, title, phaseName, from, until, goal, readings, answersFor } = row
  const { minutes, targetMinutes, hasEntries } = row
  return (
    <section>
      <h2 className={rows.title}>{title}</h2>
      <div className={rows.row}>
        <p>{goal}</p>
        <small>
          {monthDay(from)} 至 {monthDay(until)}
          {phaseName ? `，现在是${phaseName}阶段` : ''}
          {targetMinutes === null
            ? ''
            : `；已集中学习 ${hours(minutes)}/${hours(targetMinutes)} 学时`}
        </small>
      </div>
      {readings.map((reading) => (
        <div key={reading.taskId} className={rows.row}>
          <h3>《{reading.title}》</h3>
          <small>
            读了 {reading.done}/{reading.chapters} 章，{monthDay(reading.dueOn)}前读完
          </small>
          {reading.done < reading.chapters ? (
            <div className={form.acts}>
              <LinkButton to="/reading">去读书打卡</LinkButton>
            </div>
          ) : null}
        </div>
      ))}
      {hasEntries ? <MyEntries campaignId={campaignId} /> : null}
      {answersFor ? (
        <div className={form.acts}>
          <LinkButton primary to={`/campaigns/${campaignId}/${answersFor.organizationId}`}>
            {answersFor.organizationName}要做的
          </LinkButton>
        </div>
      ) : null}
    </section>
  )
}
