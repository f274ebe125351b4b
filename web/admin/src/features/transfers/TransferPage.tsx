import type { EntryOf, Output } from '@zhixing/contract'
import {
  pocketKinds,
  transferReasons,
  transferRoutes,
  transferStates,
} from '@zhixing/contract/transfer-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { Link, useParams } from '@tanstack/react-router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { NextStep } from './NextStep.tsx'
import details from '../../ui/Details.module.css'
import styles from './Transfers.module.css'
import { Withdraw } from './Withdraw.tsx'

export type Shown = Output<EntryOf<'transfers.show'>>

/** One relationship on its way: what is next, the letter, and all that happened at both ends. */
export function TransferPage() {
  const key = useParams({ from: '/shell/transfers/$unitId/$transferId' })
  const answer = useAnswer('transfers.show', key)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <div className={styles.columns}>
              <div>
                {shown.next ? <NextStep key={shown.next.step} shown={shown} /> : null}
                <Events events={shown.events} />
              </div>
              <div>
                <Facts shown={shown} />
                {shown.may.withdraw ? <Withdraw shown={shown} /> : null}
              </div>
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  const { name, fromName, toName, state, daysLeft, pocket, route } = shown
  const note = pocket
    ? `口袋党员：${pocketKinds[pocket]}。接收以前由转出方负责`
    : `${transferRoutes[route]}，由${fromName}转往${toName}`
  return (
    <Sentence note={note} step={<LinkButton to="/transfers">全部转接</LinkButton>}>
      {name}：{transferStates[state]}
      {daysLeft === null ? null : (
        <>
          ，介绍信还有 <Count of={daysLeft} stress={daysLeft <= 3} /> 天
        </>
      )}
      。
    </Sentence>
  )
}

function Events({ events }: Pick<Shown, 'events'>) {
  return (
    <section className={styles.part}>
      <h2>经过</h2>
      {events.length === 0 ? <p>已经提交，还没有办理。每一步都记在这里，两边看到的一样。</p> : null}
      <ul>
        {events.toReversed().map(({ on, stepName, outcomeName, byName, reason, files }) => (
          <li key={`${on}${stepName}${outcomeName}`}>
            {stepName}：{outcomeName}
            {reason ? `，${reason}` : ''}
            <small>
              {on}，{byName}
              {files.map(({ unitId, fileId, name }) => (
                <span key={fileId}>
                  {' '}
                  <a href={fileAddress({ unitId, fileId })}>{name}</a>
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ shown }: { shown: Shown }) {
  const { unitId, transferId, memberId, letter, route, fromName, toName, way } = shown
  const { contact, reason, note, person, startedOn } = shown
  const lines: [string, string][] = [
    ['转出', fromName],
    ['转入', toName],
    ['接收方联系方式', contact],
    ['原因', transferReasons[reason]],
    ['说明', note],
    ['提交日期', startedOn],
    ...person.map(({ word, value }): [string, string] => [word, value]),
  ]
  return (
    <section>
      <dl className={styles.facts}>
        {lines
          .filter(([, value]) => value !== '')
          .map(([word, value]) => (
            <Line key={word} word={word} value={value} />
          ))}
        {letter ? (
          <>
            <Line word="介绍信" value={letter.number} />
            <Line word="开具" value={`${letter.issuer}，${letter.issuedOn}`} />
            <Line word="有效期" value={`${letter.validDays} 天，至 ${letter.validUntil}`} />
            <Line word="党费交至" value={letter.duesPaidTo} />
          </>
        ) : null}
      </dl>
      <p className={details.acts}>
        {letter && route !== 'in' && way !== 'in' ? (
          <a href={`/api/transfers/${unitId}/${transferId}/letter.docx`}>下载介绍信</a>
        ) : null}
        {memberId && way !== 'in' ? (
          <Link to="/members/$unitId/$memberId" params={{ unitId, memberId }}>
            党员资料
          </Link>
        ) : null}
      </p>
    </section>
  )
}

function Line({ word, value }: { word: string; value: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </>
  )
}
