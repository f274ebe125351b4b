import autocannon from 'autocannon'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { contract } from '@zhixing/contract'
import { routes } from '../app.ts'
import { implementation } from '../kernel/caller.ts'
import { openDb } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { refuseOn } from '../kernel/refuse.ts'
import { wire } from '../kernel/wire.ts'

/** What the wire costs: the same trivial command on bare Fastify and through the contract, without a database. */
const { input, output } = contract.classes.enrol
const seat = { seatId: newId() }
const body = JSON.stringify({ unitId: newId(), classId: newId(), memberId: newId() })

const bare = Fastify()
bare.post('/api/classes/enrol', async (request) => {
  input.parse(request.body)
  return output.parse(seat)
})

const wired = Fastify()
refuseOn(wired)
const enrol = implementation(contract.classes.enrol, async () => seat)
const now = () => new Date()
const { db, close } = openDb('', { connectionsMax: 1, guarded: false })
const nobody = { db, now, actor: { id: newId(), unitId: newId(), appointments: [] } }
await wire(wired, { ...routes, classes: { ...routes.classes, enrol } }, async () => nobody)

for (const round of [1, 2, 3]) {
  const [a, b] = [await measure(bare), await measure(wired)]
  process.stdout.write(
    `round ${round}: bare ${a}/s, wire ${b}/s, ${((100 * b) / a).toFixed(1)} %\n`,
  )
}
await Promise.all([bare.close(), wired.close(), close()])

async function measure(app: FastifyInstance): Promise<number> {
  const url = app.server.listening ? app.listeningOrigin : await app.listen({ port: 0 })
  const headers = { 'content-type': 'application/json' }
  const options = { url: `${url}/api/classes/enrol`, method: 'POST', headers, body } as const
  await autocannon({ ...options, duration: 2, connections: 50, workers: 1 })
  const { requests } = await autocannon({ ...options, duration: 6, connections: 50, workers: 1 })
  return requests.average
}
