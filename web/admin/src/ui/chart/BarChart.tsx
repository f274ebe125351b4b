import type { ChartPoint } from './points.ts'
import { useLargeType } from '@zhixing/kit/large-type.ts'
import { useEffect, useEffectEvent, useRef } from 'react'
import styles from './BarChart.module.css'
import { barOption } from './bar-option.ts'
import { echarts } from './echarts.ts'

type Props = { points: ChartPoint[]; unit: string; label: string; open: (label: string) => void }

export function BarChart({ points, unit, label, open }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const onClick = useEffectEvent(open)
  const { scale } = useLargeType()

  useEffect(() => {
    if (!frame.current) return undefined
    const chart = echarts.init(frame.current, null, { renderer: 'svg' })
    chart.setOption(barOption(points, unit, scale))
    chart.on('click', ({ name }) => onClick(name))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(frame.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [points, unit, scale])

  return (
    <div
      ref={frame}
      className={styles.chart}
      role="img"
      aria-label={inWords(label, points, unit)}
    />
  )
}

function inWords(label: string, points: ChartPoint[], unit: string): string {
  return `${label}：${points.map((point) => `${point.label} ${point.value} ${unit}`).join('，')}`
}
