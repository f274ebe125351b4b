import { visitStates } from '@zhixing/contract/outreach-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Section } from '../../../ui/Page.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Outreach.module.css'
import type { Round } from './RoundPage.tsx'

type Stop = Round['stops'][number]

const shapes: Record<keyof typeof visitStates, ShapeName> = {
  captured: 'half',
  attested: 'check',
  absent: 'ring',
  disputed: 'triangle',
  refused: 'cross',
}

/** The order of the doors, by hand: whoever lays it down knows the village better than a map. */
export function Route({ round }: { round: Round }) {
  const { unitId, roundId, version, endedOn, may } = round
  const [stops, setStops] = useState(round.stops)
  const [isEditing, setIsEditing] = useState(false)
  const { mutate, isPending, error } = useAct('outreach.arrange')
  const save = () =>
    mutate({
      unitId,
      roundId,
      version,
      stops: stops.map(({ memberId, plannedOn, note }) => ({ memberId, plannedOn, note })),
    })
  const isOpen = may.manage && endedOn === null
  const turn = isEditing ? (
    <Button type="primary" loading={isPending} onClick={save}>
      存下路线
    </Button>
  ) : (
    <Button onClick={() => setIsEditing(true)}>排路线</Button>
  )
  const put = (at: number, next: Partial<Stop>) =>
    setStops(stops.map((stop, index) => (index === at ? { ...stop, ...next } : stop)))
  return (
    <Section title="路线" aside={isOpen ? turn : null}>
      <p role="alert">{error?.message}</p>
      <ol className={styles.route}>
        {stops.map((stop, at) => (
          <li key={stop.memberId}>
            <span>{at + 1}</span>
            <span>
              {isEditing ? stop.name : <LineLink open={stop.memberId}>{stop.name}</LineLink>}{' '}
              <small>{stop.organizationName}</small>
            </span>
            {isEditing ? (
              <Edited stop={stop} put={(next) => put(at, next)} />
            ) : (
              <span>
                {[stop.plannedOn ? `${monthDay(stop.plannedOn)} 去` : '', stop.note]
                  .filter(Boolean)
                  .join('，') || '没有定日期'}
              </span>
            )}
            {isEditing ? <Moves stops={stops} at={at} set={setStops} /> : <State stop={stop} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Edited({ stop, put }: { stop: Stop; put: (next: Partial<Stop>) => void }) {
  return (
    <span>
      <Input
        type="date"
        aria-label={`${stop.name}哪天去`}
        value={stop.plannedOn ?? ''}
        onChange={({ target }) => put({ plannedOn: target.value || null })}
      />
      <Input
        aria-label={`${stop.name}备注`}
        placeholder="怎么找到门，例：村口第一户"
        maxLength={200}
        value={stop.note}
        onChange={({ target }) => put({ note: target.value })}
      />
    </span>
  )
}

type MovesProps = { stops: Stop[]; at: number; set: (stops: Stop[]) => void }

function Moves({ stops, at, set }: MovesProps) {
  const { name = '' } = stops[at] ?? {}
  const move = (by: number) => {
    const rest = stops.filter((_, index) => index !== at)
    const one = stops[at]
    if (one) set([...rest.slice(0, at + by), one, ...rest.slice(at + by)])
  }
  return (
    <span>
      <Button size="small" aria-label={`${name}提前`} disabled={at === 0} onClick={() => move(-1)}>
        上移
      </Button>{' '}
      <Button
        size="small"
        aria-label={`${name}推后`}
        disabled={at === stops.length - 1}
        onClick={() => move(1)}
      >
        下移
      </Button>{' '}
      <Button
        size="small"
        type="link"
        aria-label={`把${name}移出`}
        disabled={stops.length === 1}
        onClick={() => set(stops.filter((_, index) => index !== at))}
      >
        移出
      </Button>
    </span>
  )
}

function State({ stop }: { stop: Stop }) {
  const visit = stop.visits.at(-1)
  return (
    <span className={details.mark}>
      <Shape name={visit ? shapes[visit.state] : 'ring'} />
      {visit ? visitStates[visit.state] : '还没去'}
    </span>
  )
}
