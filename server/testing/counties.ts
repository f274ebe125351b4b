import { eq } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import { organizations } from '../modules/organizations/table.ts'
import { plantCaller, plantOrganization } from './world.ts'

/** A province over two counties: each a unit, as the province is one of its own. */
export async function plantCounties(db: Db) {
  const top = await plantOrganization(db, undefined, '省委')
  const county = async (name: string) => {
    const seat = await plantOrganization(db, top, name, { kind: 'committee' })
    const unitId = seat.id
    await db.update(organizations).set({ unitId }).where(eq(organizations.id, seat.id))
    const own = { ...seat, unitId }
    return { seat: own, branch: await plantOrganization(db, own, `${name}机关支部`) }
  }
  const [north, south] = [await county('北县'), await county('南县')]
  return { top, north, south, organizer: await plantCaller(db, top, { office: 'organizer' }) }
}
