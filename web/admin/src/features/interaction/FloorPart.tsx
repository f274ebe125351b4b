import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import type { Floor } from '@zhixing/kit/ui/floor/Bars.tsx'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/me.ts'
import { Section } from '../../ui/Page.tsx'
import { AskedLines } from './AskedLines.tsx'
import styles from './Floor.module.css'
import { Groups } from './Groups.tsx'
import { PollLines } from './PollLines.tsx'

export type FloorKey = { unitId: string; about: 'activity' | 'course'; aboutId: string }

const lookAgainMs = 4_000

/** What goes to and fro with those who take part, from the chair's side; afterwards, what came out. */
export function FloorPart({ floorKey }: { floorKey: FloorKey }) {
  const may = useMay()
  const mayLead = may('interaction.lead')
  const answer = useAnswer('interaction.led', floorKey, {
    enabled: mayLead,
    every: (floor) => (floor && isLive(floor) ? lookAgainMs : false),
  })
  if (!mayLead) return null
  return (
    <Section title="现场互动">
      <Answered answer={answer}>
        {(floor) => (
          <>
            <p className={styles.lead}>{sentenceOf(floor)}</p>
            {floor.isOpen ? (
              <Link to={`/screen/floor/${floorKey.about}/$unitId/$aboutId`} params={floorKey}>
                投屏互动
              </Link>
            ) : null}
            <PollLines floorKey={floorKey} floor={floor} />
            <AskedLines floorKey={floorKey} floor={floor} />
            <Groups floorKey={floorKey} floor={floor} />
          </>
        )}
      </Answered>
    </Section>
  )
}

function isLive({ isOpen, polls, asked, groups }: Floor): boolean {
  return isOpen && polls.length + asked.length + groups.length > 0
}

function sentenceOf({ isOpen, polls, asked }: Floor): string {
  const waiting = asked.filter(({ answeredAt, hidden }) => !answeredAt && hidden === null).length
  if (polls.length + asked.length === 0)
    return isOpen
      ? '拟一道投票题，例如“下次主题党日去哪里？”，到会的同志在手机上选，大屏幕上看结果；提问也从手机上来。'
      : '这次没有投票和提问。'
  return `${polls.length} 道投票题，${asked.length} 个提问${waiting > 0 ? `，${waiting} 个还没回答` : ''}。`
}
