/**
 * Greatest flow at least cost, by shortest ways one after another: exact for whole numbers. Costs may be anything that
 * is not negative; the graphs here have some thousand edges, so the plain way to find a shortest way is quick enough.
 */
type Edge = { readonly to: number; room: number; readonly cost: number; readonly back: number }

export type Graph = { readonly edges: Edge[][] }

export function graphOf(nodes: number): Graph {
  return { edges: Array.from({ length: nodes }, () => []) }
}

/** Returns how to ask later whether something flows there. */
export function connect(
  { edges }: Graph,
  [from, to]: readonly [number, number],
  { room, cost }: { readonly room: number; readonly cost: number },
): () => number {
  const out = edges[from] ?? []
  const back = edges[to] ?? []
  const forth: Edge = { to, room, cost, back: back.length }
  back.push({ to: from, room: 0, cost: -cost, back: out.length })
  out.push(forth)
  return () => room - forth.room
}

/** Lets as much flow as there is room for, at the least cost; returns both. */
export function settle(graph: Graph, source: number, sink: number) {
  let amount = 0
  let cost = 0
  for (;;) {
    const way = shortest(graph, source, sink)
    if (!way) return { amount, cost }
    for (const edge of way) {
      edge.room -= 1
      const other = graph.edges[edge.to]?.[edge.back]
      if (other) other.room += 1
      cost += edge.cost
    }
    amount += 1
  }
}

type Came = { readonly from: number; readonly edge: Edge } | undefined

/** The edges of a cheapest way with room, one unit at a time; none where there is no way any more. */
function shortest({ edges }: Graph, source: number, sink: number): Edge[] | undefined {
  const far = edges.map(() => Number.POSITIVE_INFINITY)
  const came: Came[] = edges.map(() => undefined)
  const isWaiting = edges.map(() => false)
  far[source] = 0
  const waiting = [source]
  for (let at = 0; at < waiting.length; at += 1) {
    const here = waiting[at] ?? source
    isWaiting[here] = false
    for (const edge of edges[here] ?? []) {
      const length = (far[here] ?? 0) + edge.cost
      if (edge.room === 0 || length >= (far[edge.to] ?? 0)) continue
      far[edge.to] = length
      came[edge.to] = { from: here, edge }
      if (!isWaiting[edge.to]) waiting.push(edge.to)
      isWaiting[edge.to] = true
    }
  }
  if (!came[sink]) return undefined
  const way: Edge[] = []
  let step: Came = came[sink]
  while (step) {
    way.push(step.edge)
    step = came[step.from]
  }
  return way
}
