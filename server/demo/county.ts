import { dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import type { FileStore } from '../kernel/files.ts'
import type { Vault } from '../kernel/vault.ts'
import { plantAccounts, showcase } from './accounts.ts'
import { diceOf } from './dice.ts'
import { plantBallots } from './plant-ballots.ts'
import { plantCampaigns } from './plant-campaigns.ts'
import { plantClasses } from './plant-classes.ts'
import { plantAudiences } from './plant-audiences.ts'
import { plantCourses } from './plant-courses.ts'
import { plantFloating } from './plant-floating.ts'
import { plantGraduation } from './plant-graduation.ts'
import { plantQuizzes } from './plant-quizzes.ts'
import { plantRoles } from './plant-roles.ts'
import { plantTalks } from './plant-talks.ts'
import { plantDevelopment } from './plant-development.ts'
import { plantDuties } from './plant-duties.ts'
import { plantOnline } from './plant-online.ts'
import { plantFloatingWork } from './plant-floating-work.ts'
import { plantOutreach } from './plant-outreach.ts'
import { plantConduct } from './plant-conduct.ts'
import { plantDuesMoney } from './plant-dues-money.ts'
import { plantDues } from './plant-dues.ts'
import { plantAppraisal } from './plant-appraisal.ts'
import { plantMentoring } from './plant-mentoring.ts'
import { plantTransfers } from './plant-transfers.ts'
import { plantStudyGroups } from './plant-study-groups.ts'
import { plantTours } from './plant-tours.ts'
import { plantInteraction } from './plant-interaction.ts'
import { plantHeaps, plantLeaders } from './plant-leaders.ts'
import { plantLectures } from './plant-lectures.ts'
import { plantPeople, plantTree } from './plant-people.ts'
import { plantReading } from './plant-reading.ts'
import { plantResources } from './plant-resources.ts'
import { plantSurveys } from './plant-surveys.ts'
import { plantStocks } from './plant-stocks.ts'
import { plantSites } from './plant-sites.ts'
import { plantPlans } from './plant-plans.ts'
import { plantTraining } from './plant-training.ts'
import { plantTopics } from './plant-topics.ts'
import { plantYear } from './plant-year.ts'
import { populate } from './population.ts'
import { treeFor } from './tree.ts'
import type { DemoAbove, DemoSize } from './tree.ts'

const seed = 19_210_701

export type Scene = {
  readonly tx: Db
  readonly now: Date
  readonly vault: Vault
  readonly files: FileStore
}

/** One county, furnished: everything that the platform does is under way in it. */
export async function plantCounty(scene: Scene, size: DemoSize, above?: DemoAbove): Promise<void> {
  const dice = diceOf(seed)
  const tree = treeFor(size, dice, above)
  const filled = populate(tree, size.members, dayOf(scene.now), dice)
  await plantTree(scene, tree, filled)
  await plantPeople(scene, tree, filled)
  await plantYear(scene, filled, dice)
  await plantLectures(scene, filled)
  await plantLeaders(scene, filled)
  await plantHeaps(scene, filled)
  await plantTopics(scene, tree.county, filled)
  await plantClasses(scene, filled, dice)
  await plantOnline(scene, filled, diceOf(seed))
  await plantFloating(scene, filled, dice)
  await plantFloatingWork(scene, tree, filled, dice)
  await plantOutreach(scene, tree, filled)
  await plantTours(scene, tree)
  await plantStudyGroups(scene, tree, filled)
  await plantMentoring(scene, filled)
  const shownFirst = showcase(filled)
  const rest = filled.filter((one) => one !== shownFirst)
  await plantDues({ ...scene, dice: diceOf(seed) }, [shownFirst, ...rest])
  await plantDuesMoney(scene, shownFirst)
  await plantConduct(scene, shownFirst, rest)
  await plantAudiences(scene, tree)
  await plantDuties(scene, tree, dice)
  await plantRoles(scene, tree, dice)
  await plantTalks(scene, tree)
  await plantQuizzes(scene, tree.county, { filled, dice: diceOf(seed) })
  await plantCourses(scene, tree.county, filled)
  await plantResources(scene, tree)
  await plantStocks(scene, tree, filled)
  await plantSites(scene, filled)
  await plantPlans(scene, tree)
  await plantCampaigns(scene, tree, filled)
  await plantTraining(scene, tree, filled)
  const shown = showcase(filled)
  await plantBallots(scene, shown, filled)
  const tossing = { ...scene, dice: diceOf(seed) }
  await plantAppraisal(scene, shown, filled)
  await plantInteraction(tossing, shown)
  await plantGraduation(scene, tree.county, shown)
  await plantReading(tossing, tree.county, shown)
  await plantSurveys(tossing, tree.county, shown)
  await plantDevelopment(scene, tree, { filled, dice: diceOf(seed) })
  await plantTransfers(scene, tree.county, { shown, others: rest })
  await plantAccounts(scene, tree, filled)
}
