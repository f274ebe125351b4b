import { bookingStates } from '@zhixing/contract/resource-words.ts'
import type { FastifyInstance } from 'fastify'
import ical, { ICalEventStatus } from 'ical-generator'
import * as z from 'zod'
import { missing } from '../../kernel/problem.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { readFeed } from './views/feeds.ts'

/** 256 bits, as tokens are written. */
const Params = z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/) })
type Params = z.infer<typeof Params>

/** The times of a resource for any calendar program. Open to whoever has the address, until it is taken back. */
export async function serveCalendars(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, params: Params }
  app.get<{ Params: Params }>('/api/calendars/:file', { schema }, async (request, reply) => {
    const caller = await callerOf(request, reply)
    const feed = await readFeed(caller, request.params.file.slice(0, -'.ics'.length))
    if (!feed) throw missing('resources.feedUnknown')
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=300')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer')
      .send(calendarOf(feed))
  })
}

type Feed = NonNullable<Awaited<ReturnType<typeof readFeed>>>

function calendarOf({ resource, bookings }: Feed): string {
  const calendar = ical({
    name: resource.name,
    prodId: { company: 'Zhixing', product: 'Resources', language: 'ZH' },
  })
  for (const { id, from, until, state, title, forName, reason, at, version } of bookings)
    calendar.createEvent({
      id,
      start: from,
      end: until,
      stamp: at,
      sequence: version,
      summary: state === 'blocked' ? `停用：${reason}` : `${title} · ${forName}`,
      description: bookingStates[state],
      location: resource.address || resource.name,
      status: state === 'ordered' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
