import type { BarWords, ChartPoint } from './points.ts'
import { colours, fontText } from '@zhixing/kit/tokens.ts'
import type { EChartsCoreOption } from 'echarts/core'

type Room = { scale: number; width: number }

/** As wide as a number on a bar, like 16.8. */
const numberWidth = 28

/** Quiet bars, dark where the sentence points, numbers written on them, no gridlines to count. */
export function barOption(
  points: ChartPoint[],
  words: BarWords,
  { scale, width }: Room,
): EChartsCoreOption {
  const fontSize = 12 * scale
  const hasRest = points.some(({ rest }) => rest !== undefined)
  const crowded = points.length > 12 || points.length * numberWidth * scale > width
  return {
    animation: false,
    textStyle: { fontFamily: fontText, fontSize },
    grid: { top: 28 * scale, right: 4, bottom: 26 * scale, left: 4 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: withUnit(words.unit),
    },
    xAxis: {
      type: 'category',
      data: points.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.rule } },
      axisLabel: { color: colours.inkSoft, fontSize, interval: crowded ? 2 : 0 },
    },
    yAxis: { type: 'value', show: false },
    series: [
      values(points, { words, hasRest, fontSize, crowded }),
      ...(hasRest ? [rests(points, words, fontSize)] : []),
    ],
  }
}

type Looks = { words: BarWords; hasRest: boolean; fontSize: number; crowded: boolean }

function values(points: ChartPoint[], { words, hasRest, fontSize, crowded }: Looks) {
  return {
    name: words.value,
    type: 'bar',
    stack: 'all',
    barCategoryGap: '28%',
    data: points.map(({ value, stress, rest }) => {
      // A thin bar is narrower than its number.
      const isInside = hasRest && !(crowded && !rest)
      return {
        value,
        itemStyle: { color: stress ? colours.ink : colours.steelMid },
        label: {
          show: !crowded || stress === true,
          position: isInside ? 'inside' : 'top',
          color: isInside && stress ? colours.paper : colours.ink,
        },
      }
    }),
    label: { fontSize },
  }
}

function rests(points: ChartPoint[], words: BarWords, fontSize: number) {
  return {
    name: words.rest,
    type: 'bar',
    stack: 'all',
    itemStyle: { color: colours.sheet, borderColor: colours.ink, borderType: 'dashed' },
    data: points.map(({ rest = 0 }) => rest || '-'),
    label: {
      show: true,
      position: 'top',
      color: colours.ink,
      fontSize,
      formatter: '缺 {c}',
    },
  }
}

function withUnit(unit: string) {
  return (value: unknown) => `${String(value)} ${unit}`
}
