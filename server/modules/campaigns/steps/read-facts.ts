import type { CampaignFacts } from '@zhixing/contract'
import type { Db, Reader } from '../../../kernel/db.ts'
import { formOf, keepForm } from '../../forms/index.ts'
import type { Campaign } from '../store/campaigns.ts'

/** A campaign as it was written, with the questions of its forms. */
export async function readFacts(db: Reader, campaign: Campaign): Promise<CampaignFacts> {
  const { title, goal, from, until, targetMinutes, targetPeople, unitId } = campaign
  const returnForms: CampaignFacts['returnForms'] = []
  for (const { returnFormId, phaseId, by, dueOn, formId } of campaign.returnForms) {
    // oxlint-disable-next-line no-await-in-loop
    const form = await formOf(db, { unitId, formId })
    returnForms.push({ returnFormId, phaseId, by, dueOn, form })
  }
  const parts = {
    phases: campaign.phases.map((phase) => ({ ...phase })),
    asks: campaign.asks.map((ask) => ({ ...ask })),
    readings: campaign.readings.map(({ chapters, ...reading }) => ({
      ...reading,
      chapters: [...chapters],
    })),
  }
  return { title, goal, from, until, ...parts, returnForms, targetMinutes, targetPeople }
}

/** The columns of what was written; the questions are kept beside, in the unit of the campaign. */
export async function keepFacts(tx: Db, unitId: string, facts: CampaignFacts) {
  const { returnForms, ...rest } = facts
  const kept: Campaign['returnForms'][number][] = []
  for (const { form, ...one } of returnForms) {
    // oxlint-disable-next-line no-await-in-loop
    const { formId } = await keepForm(tx, unitId, form)
    kept.push({ ...one, title: form.title, formId })
  }
  return { ...rest, returnForms: kept }
}
