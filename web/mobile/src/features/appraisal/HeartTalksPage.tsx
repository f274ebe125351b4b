import type { EntryOf, Output } from '@zhixing/contract'
import { heartTalkKinds } from '@zhixing/contract/appraisal-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

type Mine = Output<EntryOf<'heartTalks.mine'>>
type Talk = Mine['talks'][number]

/** With whom I have talked this year, whom I still owe a talk, and what waits for my word. */
export function HeartTalksPage() {
  const answer = useAnswer('heartTalks.mine', {})
  return (
    <SubPage title="谈心谈话" back="/appraisal">
      <Answered answer={answer}>
        {(mine) =>
          mine.isMember ? (
            <Own mine={mine} />
          ) : (
            <Empty title="这里记谈心谈话">这个账号没有党员身份，不用记谈心谈话。</Empty>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Own({ mine }: { mine: Mine }) {
  const { year, owed, talks, clause } = mine
  const waiting = talks.filter(({ confirmedAt, isMine }) => !confirmedAt && !isMine)
  const others = talks.filter((talk) => !waiting.includes(talk))
  return (
    <>
      <Sentence note={`${clause} · 只记和谁、哪天，不记谈了什么`}>
        {year} 年谈过 <Count of={talks.filter(({ confirmedAt }) => confirmedAt).length} /> 次
        {owed.length === 0 ? '，谈够了。' : '，还差：'}
      </Sentence>
      {owed.map(({ kind, done, needed, withNames }) => (
        <p key={kind}>
          {heartTalkKinds[kind]} {done}/{needed}，可和{withNames.slice(0, 6).join('、')}
          {withNames.length > 6 ? '等' : ''}谈
        </p>
      ))}
      {waiting.length > 0 ? <h2 className={rows.title}>等我确认</h2> : null}
      {waiting.map((talk) => (
        <Waiting key={talk.heartTalkId} talk={talk} />
      ))}
      <h2 className={rows.title}>记一次谈心谈话</h2>
      <Record mine={mine} />
      <h2 className={rows.title}>谈过的</h2>
      {others.length === 0 ? <p>还没有记下谈心谈话。</p> : null}
      {others.map(({ heartTalkId, otherName, day, kind, confirmedAt, note }) => (
        <div key={heartTalkId} className={rows.row}>
          <h3>{otherName}</h3>
          <small>
            {day}，{heartTalkKinds[kind]}
            {note ? `，${note}` : ''}，{confirmedAt ? '两人都认' : '等对方确认'}
          </small>
        </div>
      ))}
    </>
  )
}

function Waiting({ talk: { heartTalkId, otherName, day, note } }: { talk: Talk }) {
  const { mutate, isPending, error } = useAct('heartTalks.confirm')
  return (
    <div className={rows.row}>
      <h3>
        {otherName}：{day} 和您谈心谈话
      </h3>
      {note ? <p>{note}</p> : null}
      <div className={form.acts}>
        <Button
          color="primary"
          loading={isPending}
          onClick={() => mutate({ heartTalkId, isSo: true })}
        >
          谈过
        </Button>
        <Button loading={isPending} onClick={() => mutate({ heartTalkId, isSo: false })}>
          没有谈过
        </Button>
      </div>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}

function Record({ mine: { others } }: { mine: Mine }) {
  const [otherId, setOtherId] = useState('')
  const [day, setDay] = useState(thisDay)
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useAct('heartTalks.record')
  const send = () =>
    mutate(
      { otherId, day, note },
      {
        onSuccess: () => {
          setOtherId('')
          setNote('')
        },
      },
    )
  return (
    <>
      <label className={form.field}>
        和谁谈的
        <select value={otherId} onChange={({ target }) => setOtherId(target.value)}>
          <option value="">请选择</option>
          {others.map(({ memberId, name, isOfficer }) => (
            <option key={memberId} value={memberId}>
              {name}
              {isOfficer ? '（班子成员）' : ''}
            </option>
          ))}
        </select>
      </label>
      <label className={form.field}>
        哪天
        <input
          type="date"
          max={thisDay()}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </label>
      <label className={form.field}>
        在哪里（可以不写）
        <input maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={otherId === '' || day === ''}
        onClick={send}
      >
        记下，请对方确认
      </Button>
    </>
  )
}
