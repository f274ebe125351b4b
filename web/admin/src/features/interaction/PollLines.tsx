import { pollKinds, pollStates } from '@zhixing/contract/interaction-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Bars } from '@zhixing/kit/ui/floor/Bars.tsx'
import type { Floor, Poll } from '@zhixing/kit/ui/floor/Bars.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import styles from './Floor.module.css'
import type { FloorKey } from './FloorPart.tsx'
import { PollForm } from './PollForm.tsx'

type Props = { floorKey: FloorKey; floor: Floor }

export function PollLines({ floorKey, floor: { polls, isOpen } }: Props) {
  const [isWriting, setWriting] = useState(false)
  return (
    <>
      <ol className={styles.lines} aria-label="投票题">
        {polls.map((poll) => (
          <PollLine key={poll.pollId} floorKey={floorKey} poll={poll} isOpen={isOpen} />
        ))}
      </ol>
      {isOpen ? <Button onClick={() => setWriting(true)}>拟投票题</Button> : null}
      {isWriting ? <PollForm floorKey={floorKey} close={() => setWriting(false)} /> : null}
    </>
  )
}

type LineProps = { floorKey: FloorKey; poll: Poll; isOpen: boolean }

function PollLine({ floorKey, poll, isOpen }: LineProps) {
  const { title, kind, state, result, options } = poll
  return (
    <li>
      <p>
        <b>{title}</b>
        <small>
          {pollKinds[kind]} · {pollStates[state]}
          {state === 'draft' ? '' : ` · ${result?.voters ?? 0} 人投票`}
        </small>
      </p>
      {state === 'draft' ? (
        <p className={styles.options}>{options.map(({ text }) => text).join('　')}</p>
      ) : (
        <Bars poll={poll} />
      )}
      {isOpen && state !== 'closed' ? <Tools floorKey={floorKey} poll={poll} /> : null}
    </li>
  )
}

function Tools({ floorKey, poll: { pollId, state } }: Omit<LineProps, 'isOpen'>) {
  const open = useAct('interaction.openPoll')
  const close = useAct('interaction.closePoll')
  const drop = useAct('interaction.dropPoll')
  const key = { ...floorKey, pollId }
  return (
    <div className={styles.tools}>
      {state === 'draft' ? (
        <>
          <Button type="primary" loading={open.isPending} onClick={() => open.mutate(key)}>
            开始投票
          </Button>
          <Button loading={drop.isPending} onClick={() => drop.mutate(key)}>
            删除这题
          </Button>
        </>
      ) : (
        <Button loading={close.isPending} onClick={() => close.mutate(key)}>
          结束投票
        </Button>
      )}
      <span role="alert" className={details.problem}>
        {open.error?.message ?? close.error?.message ?? drop.error?.message}
      </span>
    </div>
  )
}
