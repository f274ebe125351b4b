import { command } from '../api.ts'

type Ticket = { ticket: string; at: number }

const place = 'zhixing.tickets'
/** Half an hour less than the server's own day, so that what is learnt under it can still be told. */
const goodMs = 23.5 * 3_600_000

function read(): Record<string, Ticket> {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Record<string, Ticket>
    return Object.fromEntries(
      Object.entries(kept).filter(([, { at }]) => at > Date.now() - goodMs && at <= Date.now()),
    )
  } catch {
    return {}
  }
}

/** Asks for the right to learn this later today, where the server cannot be asked; its clock has begun to run. */
export async function takeTicket(courseId: string, itemId: string): Promise<void> {
  const { ticket } = await command('courses.watch', { courseId, itemId })
  const tickets = { ...read(), [itemId]: { ticket, at: Date.now() } }
  localStorage.setItem(place, JSON.stringify(tickets))
}

/** The ticket that was taken along, and since when it counts; nothing once it is too old. */
export function findTicket(itemId: string): { ticket: string; since: number } | undefined {
  const found = read()[itemId]
  return found && { ticket: found.ticket, since: performance.now() - (Date.now() - found.at) }
}
