import type { EntryOf, Output } from '@zhixing/contract'
import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import {
  employments,
  excuseReasons,
  posts,
  rosters,
  sexes,
  stages,
} from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import styles from './Record.module.css'

type Record = Output<EntryOf<'members.me'>>

/** What the roll says about me, all of it, and why I am counted where I am. */
export function RecordPage() {
  const answer = useAnswer('members.me', {})
  return (
    <SubPage title="我的资料" back="/me">
      <Answered answer={answer}>
        {(record) => (
          <>
            <Sentence note={record.organizationNames.join(' › ')}>
              {record.name}，{stages[record.facts.stage]}
              {record.standingYears === null ? '' : `，党龄 ${String(record.standingYears)} 年`}。
            </Sentence>
            <Facts record={record} />
            <h2 className={rows.title}>我属于</h2>
            <Reason word={rosters[record.roster.roster]} because={record.roster.because} />
            {record.cohorts.map(({ cohort, word, because }) => (
              <Reason key={cohort} word={word} because={because} />
            ))}
            <Excuse record={record} />
            <p className={styles.note}>
              资料有误，请告诉支部书记更正；身份证号、电话、住址加密保存。
            </p>
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function Facts({ record: { facts, posts: held, organizationName } }: { record: Record }) {
  return (
    <dl className={styles.facts}>
      <Fact word="性别" value={sexes[facts.sex]} />
      <Fact word="民族" value={ethnicities[facts.ethnicity] ?? facts.ethnicity} />
      <Fact word="身份证号" value={facts.idNumber} />
      <Fact word="出生日期" value={facts.bornOn} />
      <Fact word="学历" value={educations[facts.education] ?? facts.education} />
      <Fact word="所在支部" value={organizationName} />
      <Fact word="党内职务" value={held.map(postWord).join('、')} />
      <Fact word="入党日期" value={facts.joinedOn} />
      <Fact word="转正日期" value={facts.confirmedOn} />
      <Fact word="工作岗位" value={facts.occupation} />
      <Fact word="从业状况" value={employments[facts.employment]} />
      <Fact word="联系电话" value={facts.phone} />
      <Fact word="家庭住址" value={facts.address} />
      <Fact word="党籍状态" value={facts.isSuspended ? '停止党籍' : '正常'} />
    </dl>
  )
}

function postWord(post: string): string {
  return Object.entries(posts).find(([key]) => key === post)?.[1] ?? post
}

function Fact({ word, value }: { word: string; value: string | null }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value || '—'}</dd>
    </div>
  )
}

function Reason({ word, because }: { word: string; because: string }) {
  return (
    <div className={rows.row}>
      <h3>{word}</h3>
      <small>{because}</small>
    </div>
  )
}

function Excuse({ record: { excuse } }: { record: Record }) {
  if (!excuse) return null
  const until = excuse.until ? `至 ${excuse.until}` : '起长期'
  return (
    <p className={styles.note}>
      因{excuseReasons[excuse.reason]}，{excuse.from} {until}不作硬性要求，支部会送学上门。
    </p>
  )
}
