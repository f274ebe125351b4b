import { readFile } from 'node:fs/promises'
import { letCome } from './arrivals.ts'
import type { Arrival } from './arrivals.ts'

/* Those who come, in a process of their own: what they do must not wait for what is measured. */

export type Coming = { readonly port: number; readonly arrivals: readonly Arrival[] }

const { port, arrivals }: Coming = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'))
process.stdout.write(JSON.stringify(await letCome(arrivals, port)))
