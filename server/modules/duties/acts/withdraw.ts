import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { endTemplate, lockTemplate } from '../store.ts'

/** From a day on nobody owes it any more; what was done before stays as it was. */
export const withdraw = act(
  contract.duties.withdraw,
  async ({ tx, reach }, { templateId, until, reason }) => {
    const template = await lockTemplate(tx, templateId)
    if (!template || !reach.some((path) => template.path.startsWith(path)))
      throw missing('duties.template')
    const place = await requireLive(tx, reach, template.organizationId)
    const { title, from } = template
    if (template.until) throw conflict('duties.ended', { 名称: title, 日期: template.until })
    if (until < from) throw conflict('duties.span', { 日期: from })

    await endTemplate(tx, templateId, until)
    return {
      value: {},
      place,
      change: {
        subject: `dutyTemplate:${templateId}`,
        before: { until: null },
        after: { until, reason },
      },
    }
  },
)
