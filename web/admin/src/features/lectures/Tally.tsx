import type { EntryOf, Output } from '@zhixing/contract'
import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Chart } from '../../ui/chart/Chart.tsx'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Wide } from '../../ui/Wide.tsx'
import styles from './Lectures.module.css'

type Rows = Output<EntryOf<'lectures.tally'>>['rows']
type TypeKey = keyof typeof lectureTypes
type SpeakerKey = keyof typeof speakers

const words = { unit: '场', value: '宣讲', rest: '' }

/** Who speaks most at one look, and every number of type by speaker; each opens its lectures. */
export function Tally({ rows }: { rows: Rows }) {
  const change = useSearchChange()
  const points = useMemo(() => pointsOf(rows), [rows])
  const open = (type: TypeKey, speaker: SpeakerKey) => change({ type, speaker, page: undefined })
  const title = titleOf(rows)
  return (
    <Section title={title} aside="点柱子或数字看是哪几场">
      {points.length > 1 ? (
        <Chart
          label={title}
          words={words}
          points={points}
          open={(label) => change({ speaker: keyOf(label), page: undefined })}
        />
      ) : null}
      <Wide label="按类型和授课人类别">
        <table className={styles.tally}>
          <thead>
            <tr>
              <th scope="col">类型</th>
              {spoken(rows).map((speaker) => (
                <th key={speaker} scope="col">
                  {speakers[speaker]}
                </th>
              ))}
              <th scope="col">未填</th>
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {keysOf(lectureTypes)
              .filter((type) => sumOf(rows, { type }) > 0)
              .map((type) => (
                <tr key={type}>
                  <th scope="row">{lectureTypes[type]}</th>
                  {spoken(rows).map((speaker) => (
                    <td key={speaker}>
                      <Button
                        type="link"
                        size="small"
                        aria-label={`${sumOf(rows, { type, speaker })}，${lectureTypes[type]}，${speakers[speaker]}`}
                        onClick={() => open(type, speaker)}
                      >
                        {sumOf(rows, { type, speaker })}
                      </Button>
                    </td>
                  ))}
                  <td>{sumOf(rows, { type, speaker: null })}</td>
                  <td>{sumOf(rows, { type })}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  )
}

type Which = { type?: TypeKey; speaker?: SpeakerKey | null }

function sumOf(rows: Rows, { type, speaker }: Which): number {
  return rows
    .filter((row) => type === undefined || row.lectureType === type)
    .filter((row) => speaker === undefined || row.speaker === speaker)
    .reduce((sum, { times }) => sum + times, 0)
}

function spoken(rows: Rows): SpeakerKey[] {
  return keysOf(speakers).filter((speaker) => sumOf(rows, { speaker }) > 0)
}

function pointsOf(rows: Rows) {
  const most = Math.max(...spoken(rows).map((speaker) => sumOf(rows, { speaker })))
  return spoken(rows).map((speaker) => {
    const value = sumOf(rows, { speaker })
    return { label: speakers[speaker], value, stress: value === most }
  })
}

function titleOf(rows: Rows): string {
  const [first] = spoken(rows).toSorted(
    (one, other) => sumOf(rows, { speaker: other }) - sumOf(rows, { speaker: one }),
  )
  return first
    ? `${speakers[first]}讲得最多，${sumOf(rows, { speaker: first })} 场`
    : '授课人类别还没有填'
}

function keyOf(label: string): SpeakerKey | undefined {
  return keysOf(speakers).find((speaker) => speakers[speaker] === label)
}
