import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { Chart as BarChart } from '../../ui/chart/Chart.tsx'
import type { BarWords } from '../../ui/chart/points.ts'
import styles from './Cockpit.module.css'
import { OpenNumber, useOpen } from './Opened.tsx'
import type { Chart } from './cockpit.ts'

type Props = { title: string; note: string; children: ReactNode }

/** The title is the answer; what follows is its evidence. */
export function Question({ title, note, children }: Props) {
  return (
    <figure className={styles.question}>
      <figcaption>
        <h2>{title}</h2>
        <p>{note}</p>
      </figcaption>
      {children}
    </figure>
  )
}

/** A bar opens its rows, and so does the link below, for hands without a mouse. */
export function Bars({
  chart,
  words,
  scale = 1,
}: {
  chart: Chart
  words: BarWords
  scale?: number
}) {
  const open = useOpen()
  const { title, points } = chart
  const drawn = useMemo(
    () =>
      points.map(({ label, value, rest, isStress }) => ({
        label,
        value: drawnAs(value, scale),
        rest: rest === null ? undefined : drawnAs(rest, scale),
        stress: isStress,
      })),
    [points, scale],
  )
  const told = points.find(({ isStress }) => isStress)
  return (
    <>
      <BarChart
        label={title}
        words={words}
        points={drawn}
        open={(label) => {
          const point = points.find((one) => one.label === label)
          if (point) open(point)
        }}
      />
      {told ? (
        <OpenNumber figure={told}>
          {told.label}的明细（{told.text} {words.unit}） ›
        </OpenNumber>
      ) : null}
    </>
  )
}

/** Minutes are drawn as hours, with one decimal at most. */
function drawnAs(value: number, scale: number): number {
  return Math.round((value / scale) * 10) / 10
}
