import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { addContent } from '../../courses/index.ts'
import { findPackage } from '../store/packages.ts'

/** The package becomes one item of a course; whoever may learn from the course may open it from then on. */
export const addToCourse = act(
  contract.packages.addToCourse,
  async ({ tx, now, actor, reach }, { courseId, itemId, minutes, ...key }) => {
    const found = await findPackage(tx, key)
    const isNear = found && (covers(reach, found.path) || covers([found.path], actor.place.path))
    if (!found || !isNear) throw missing('packages.unknown')
    const made = { kind: 'package', madeId: found.id, madeUnitId: found.unitId } as const
    const item = { courseId, itemId, title: found.title, seconds: minutes * 60 }
    const place = await addContent(tx, reach, { ...made, ...item, now })
    const subject = `course:${courseId}`
    return { value: {}, place, change: { subject, after: { package: found.id, itemId, minutes } } }
  },
)
