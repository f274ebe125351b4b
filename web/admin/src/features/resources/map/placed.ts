type Spot = { latitude: number; longitude: number }
type Size = { width: number; height: number }

const margin = 48

/** Degrees on paper: a degree of longitude is shorter the further north, and both have the same scale. */
export function placed<P extends Spot>(points: readonly P[], { width, height }: Size) {
  const [south, north] = bounds(points.map(({ latitude }) => latitude))
  const [west, east] = bounds(points.map(({ longitude }) => longitude))
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * shrink, 1e-6),
    (height - 2 * margin) / Math.max(north - south, 1e-6),
  )
  return points.map((point) => ({
    point,
    x: Math.round(width / 2 + (point.longitude - (west + east) / 2) * shrink * scale),
    y: Math.round(height / 2 - (point.latitude - (south + north) / 2) * scale),
  }))
}

function bounds(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
