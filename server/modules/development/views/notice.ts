import { contract } from '@zhixing/contract'
import { educations } from '@zhixing/contract/codes.ts'
import { sexes } from '@zhixing/contract/words.ts'
import { and, eq, gte, lte, ne } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { openView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { findContacts } from '../store/contacts.ts'
import { applicantNotices, applicants } from '../table.ts'

/** What a public notice says, and only while it hangs. */
export const showNotice = openView(contract.development.notice, async ({ db, now }, { code }) => {
  const today = dayOf(now)
  const [row] = await db
    .select({ notice: applicantNotices, applicant: applicants, branch: organizations.name })
    .from(applicantNotices)
    .innerJoin(
      applicants,
      and(
        eq(applicants.unitId, applicantNotices.unitId),
        eq(applicants.id, applicantNotices.applicantId),
      ),
    )
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .where(
      and(
        eq(applicantNotices.code, code),
        lte(applicantNotices.from, today),
        gte(applicantNotices.until, today),
        ne(applicants.stage, 'ended'),
      ),
    )
  if (!row) throw missing('development.noticeGone')
  const { notice, applicant, branch } = row
  const contacts = await findContacts(db, { unitId: applicant.unitId, applicantId: applicant.id })
  const { name, sex, bornOn, education, occupation, appliedOn } = applicant
  return {
    name,
    occupation,
    appliedOn,
    organizationName: branch,
    sex: sexes[sex],
    bornMonth: bornOn.slice(0, 7),
    education: educations[education] ?? '',
    contacts: contacts
      .filter(({ role, until }) => role === 'contact' && !until)
      .map((one) => one.name),
    from: notice.from,
    until: notice.until,
    contact: notice.contact,
  }
})
