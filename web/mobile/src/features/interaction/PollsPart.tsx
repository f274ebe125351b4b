import { useAct } from '@zhixing/kit/use-answer.ts'
import { Bars } from '@zhixing/kit/ui/floor/Bars.tsx'
import type { Floor, Poll } from '@zhixing/kit/ui/floor/Bars.tsx'
import { chosenIn, formOf } from '@zhixing/kit/ui/floor/poll-form.ts'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import type { FloorKey } from './FloorPage.tsx'
import styles from './Floor.module.css'

type Props = { floorKey: FloorKey; floor: Floor }

/** The one that is open to choose from, those before it with what came out. */
export function PollsPart({ floorKey, floor: { polls, isOpen } }: Props) {
  const open = polls.find(({ state }) => state === 'open')
  const over = polls.filter(({ state }) => state === 'closed')
  return (
    <>
      {open && isOpen ? <OpenPoll key={open.pollId} floorKey={floorKey} poll={open} /> : null}
      {over.length > 0 ? (
        <section>
          <h2 className={rows.title}>投票结果</h2>
          {[...over].reverse().map((poll) => (
            <div key={poll.pollId} className={styles.over}>
              <h3>{poll.title}</h3>
              <p>{poll.result?.voters ?? 0} 人投票</p>
              <Bars poll={poll} />
            </div>
          ))}
        </section>
      ) : null}
    </>
  )
}

function OpenPoll({ floorKey, poll }: { floorKey: FloorKey; poll: Poll }) {
  const { mutateAsync } = useAct('interaction.vote')
  const [isChanging, setChanging] = useState(false)
  const { pollId, mine, title, result } = poll
  if (mine && !isChanging)
    return (
      <section className={styles.over}>
        <h3>{title}</h3>
        <p>{result?.voters ?? 0} 人已投票</p>
        <Bars poll={poll} />
        <button type="button" className={form.quiet} onClick={() => setChanging(true)}>
          我要改
        </button>
      </section>
    )
  return (
    <section className={styles.now}>
      <FormFiller
        definition={formOf(poll)}
        draft=""
        submit="投票"
        send={async (answers) => {
          await mutateAsync({ ...floorKey, pollId, chosen: chosenIn(answers) })
          setChanging(false)
        }}
      >
        <p className={styles.note}>大屏幕上只有各选项的人数，不显示谁选了什么。</p>
      </FormFiller>
    </section>
  )
}
