import { newId } from '../kernel/ids.ts'
import { db } from './database.ts'
import { plantOrganization } from './world.ts'

/** A county with two towns and forty village branches, and nobody in it yet. */
export async function plantCounty() {
  const name = `禾岭${newId().slice(-6)}`
  const county = await plantOrganization(db, undefined, `中共${name}县委`)
  const towns = await Promise.all(
    ['东河镇', '西坡乡'].map((town) =>
      plantOrganization(db, county, `${name}${town}党委`, { kind: 'committee' }),
    ),
  )
  const branches = await Promise.all(
    Array.from({ length: 40 }, (_, at) => {
      const village = { employer: `第${at + 1}村`, sector: 'village' as const }
      return plantOrganization(db, towns[at % 2], `${name}第${at + 1}村党支部`, village)
    }),
  )
  const [branch] = branches
  if (!branch) throw new Error('no branch')
  return { county, branches, branch }
}

export type County = Awaited<ReturnType<typeof plantCounty>>
