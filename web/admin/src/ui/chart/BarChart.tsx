import type { BarWords, ChartPoint } from './points.ts'
import { useLargeType } from '@zhixing/kit/large-type.ts'
import { useEffect, useEffectEvent, useRef } from 'react'
import styles from './BarChart.module.css'
import { barOption } from './bar-option.ts'
import { echarts } from './echarts.ts'

type Props = {
  points: ChartPoint[]
  words: BarWords
  label: string
  open: (label: string) => void
}

export function BarChart({ points, words, label, open }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const onClick = useEffectEvent(open)
  const { scale } = useLargeType()

  useEffect(() => {
    if (!frame.current) return undefined
    const box = frame.current
    const chart = echarts.init(box, null, { renderer: 'svg' })
    const fit = () => chart.setOption(barOption(points, words, { scale, width: box.clientWidth }))
    fit()
    chart.on('click', ({ name }) => onClick(name))
    const observer = new ResizeObserver(() => {
      chart.resize()
      fit()
    })
    observer.observe(box)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [points, words, scale])

  return (
    <div
      ref={frame}
      className={styles.chart}
      role="img"
      aria-label={inWords(label, points, words)}
    />
  )
}

function inWords(label: string, points: ChartPoint[], { unit, rest }: BarWords): string {
  const each = points.map((point) => {
    const lacking = point.rest ? `，${rest} ${point.rest}` : ''
    return `${point.label} ${point.value} ${unit}${lacking}`
  })
  return `${label}：${each.join('；')}`
}
