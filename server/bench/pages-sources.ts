/** Where somebody stands who asks: whose rows, which organization's page, and what they would search for. */
export type Spot = {
  readonly unitId: string
  readonly organizationId: string
  readonly accountId: string
  readonly memberId: string | undefined
  /** The first letters of somebody's name who is really there. */
  readonly word: string
}

/**
 * Inputs that more than one field together must name, and those that only they have who ask: rows of their @unit, of
 * the @organization where they stand, of the @member or the @account they are.
 */
export const sources: Readonly<Record<string, string>> = {
  'activities.invitation': `select unit_id as "unitId", activity_id as "activityId" from attendances
    where member_id = @member order by activity_id desc`,
  'appraisal.person': `select unit_id as "unitId", appraisal_id as "appraisalId", member_id as "memberId"
    from appraisal_people where unit_id = @unit order by appraisal_id desc, id`,
  'ballots.asked': `select unit_id as "unitId", ballot_id as "ballotId" from ballot_voters
    where member_id = @member order by ballot_id desc`,
  'campaigns.figure': `select campaign_id as "campaignId", return_form_id as "returnFormId",
      (select key from jsonb_object_keys(answers) as key limit 1) as "questionId"
    from campaign_returns where unit_id = @unit and answers <> '{}'`,
  'campaigns.return': `select campaign_id as "campaignId", return_form_id as "returnFormId",
      organization_id as "organizationId" from campaign_returns where unit_id = @unit
    order by (organization_id = @organization) desc`,
  'campaigns.returns': `select campaign_id as "campaignId", return_form_id as "returnFormId"
    from campaign_returns where unit_id = @unit`,
  'campaigns.rollUp': `select campaign_id as "campaignId", return_form_id as "returnFormId"
    from campaign_returns where unit_id = @unit`,
  'development.notice': `select code from applicant_notices where unit_id = @unit order by until_day desc`,
  'enrolments.lessons': `select unit_id as "unitId", class_id as "classId" from class_enrolments
    where member_id = @member and state = 'enrolled' order by class_id desc`,
  // The first letters of a branch, as somebody writes them who looks for one.
  'floating.hosts': `select left(name, 4) as text from organizations
    where unit_id = @unit and kind = 'branch' order by (id = @organization) desc, id`,
  'floating.show': `select unit_id as "unitId", id as "memberId" from members
    where unit_id = @unit and left_on is null and floating_since is not null
    order by (organization_id = @organization) desc, id`,
  'floatingWork.whereabouts': `select code from floating_links where unit_id = @unit order by id desc`,
  // With those first where something was asked; the others are called there as well.
  'interaction.floor': `select a.unit_id as "unitId", 'activity' as about, a.activity_id as "aboutId"
    from attendances a
    left join polls p on p.unit_id = a.unit_id and p.about = 'activity' and p.about_id = a.activity_id
    where a.member_id = @member order by p.id desc nulls last, a.activity_id desc`,
  'interaction.led': `select unit_id as "unitId", about, about_id as "aboutId" from polls
    where unit_id = @unit order by id desc`,
  'jobs.show': `select unit_id as "unitId", id as "jobId" from jobs
    where requested_by = @account order by created_at desc`,
  'leaders.show': `select p.unit_id as "unitId", p.member_id as "memberId" from posts p
    join members m on m.unit_id = p.unit_id and m.id = p.member_id and m.left_on is null
    join organizations o on o.id = p.organization_id
    where p.unit_id = @unit and p.until_day is null and o.kind not like '%ranch' and o.kind <> 'group'
    order by (o.id = @organization) desc, (m.organization_id = @organization) desc, p.id`,
  'plans.sessions': `select unit_id as "unitId", plan_id as "planId", id as "itemId" from plan_items
    where unit_id = @unit order by id`,
  'plans.trained': `select unit_id as "unitId", plan_id as "planId", year, cohort,
      organization_id as "organizationId" from plan_quotas
    where unit_id = @unit and organization_id is not null order by persons desc`,
  'procedures.question': `select code from procedure_opinions where unit_id = @unit order by due_on desc`,
  'procedures.show': `select unit_id as "unitId", subject from procedure_cases
    where unit_id = @unit order by id desc`,
  'quizzes.result': `select unit_id as "unitId", id as "attemptId" from quiz_attempts
    where person_id = @member and submitted_at is not null order by id desc`,
  'resources.route': `select array_agg(id) as stops from (
      select id from resources where unit_id = @unit and latitude is not null order by id limit 3) as few
    having count(*) > 1`,
  // A county has more to arrange than fits into one proposal; a township does not.
  'schedules.propose': `select id as "organizationId" from organizations
    where unit_id = @unit and dissolved_on is null and (id = @organization or kind = 'committee')
    order by (id = @organization) desc, id`,
  'surveys.asked': `select i.unit_id as "unitId", i.survey_id as "surveyId" from survey_invitations i
    join surveys s on s.unit_id = i.unit_id and s.id = i.survey_id and s.state <> 'draft'
    where i.member_id = @member order by i.survey_id desc`,
}

/** What concerns somebody on the roll, though no row has to be named. */
const ofMembers = new Set(['ledgers.mine', 'members.me', 'requirements.mine'])

/** Whether only they can ask it who are on the roll. */
export function isOfMembers(name: string): boolean {
  return ofMembers.has(name) || (sources[name]?.includes('@member') ?? false)
}

/** The question with those of the four words in it that it mentions, in the order in which it does. */
export function spoken(source: string, spot: Spot): [text: string, values: unknown[]] {
  const { unitId: unit, organizationId: organization, memberId: member, accountId: account } = spot
  const known: Readonly<Record<string, unknown>> = { unit, organization, member, account }
  const values: unknown[] = []
  const text = source.replaceAll(/@(\w+)/g, (_, word: string) => `$${values.push(known[word])}`)
  return [text, values]
}
