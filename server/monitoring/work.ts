import { Counter, Gauge, Histogram } from 'prom-client'
import type { Registry } from 'prom-client'
import type { Chore } from '../kernel/chores.ts'
import { hear } from '../kernel/signals.ts'

type Names = { readonly chores: readonly Pick<Chore, 'name'>[] }

/** What this process does besides answering: chores, long work, batches. Returns how to stop listening. */
export function watchWork(registry: Registry, { chores }: Names): () => void {
  const endings = [
    watchChores(registry, chores),
    watchJobs(registry),
    watchOverviews(registry),
    watchBatches(registry),
  ]
  return () => endings.forEach((end) => end())
}

function watchChores(registry: Registry, chores: Names['chores']): () => void {
  const labelNames = ['chore'] as const
  const last = new Gauge({
    name: 'zhixing_chore_last_success_timestamp_seconds',
    help: 'When this process last did a chore; where several serve, look at the latest of them.',
    labelNames,
    registers: [registry],
  })
  const failed = new Counter({
    name: 'zhixing_chore_failures_total',
    help: 'How often a chore failed in this process.',
    labelNames,
    registers: [registry],
  })
  const taken = new Gauge({
    name: 'zhixing_chore_duration_seconds',
    help: 'How long the last turn of a chore took.',
    labelNames,
    registers: [registry],
  })
  // So that a first failure is an increase, not a series that appears.
  for (const { name } of chores) failed.labels(name).inc(0)
  return hear('chore', ({ name, isDone, seconds }) => {
    taken.labels(name).set(seconds)
    if (isDone) last.labels(name).setToCurrentTime()
    else failed.labels(name).inc()
  })
}

function watchJobs(registry: Registry): () => void {
  const taken = new Histogram({
    name: 'zhixing_job_duration_seconds',
    help: 'How long jobs took that ended in this process, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.1, 1, 10, 60, 600],
    registers: [registry],
  })
  return hear('job', ({ kind, outcome, seconds }) => taken.labels(kind, outcome).observe(seconds))
}

function watchOverviews(registry: Registry): () => void {
  const taken = new Histogram({
    name: 'zhixing_overview_duration_seconds',
    help: 'How long it took to count everything below a large place, by question and whether it came to an end.',
    labelNames: ['overview', 'outcome'],
    buckets: [0.1, 1, 5, 10, 30, 120],
    registers: [registry],
  })
  return hear('overview', ({ name, isTaken, seconds }) =>
    taken.labels(name, isTaken ? 'done' : 'failed').observe(seconds),
  )
}

function watchBatches(registry: Registry): () => void {
  const sizes = new Histogram({
    name: 'zhixing_batch_size',
    help: 'How many calls were served together, by the command they share.',
    labelNames: ['line'],
    buckets: [1, 2, 5, 10, 50, 100, 250, 500],
    registers: [registry],
  })
  const taken = new Histogram({
    name: 'zhixing_batch_duration_seconds',
    help: 'How long serving one batch took.',
    labelNames: ['line'],
    buckets: [0.005, 0.025, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  return hear('batch', ({ line, size, seconds }) => {
    sizes.labels(line).observe(size)
    taken.labels(line).observe(seconds)
  })
}
