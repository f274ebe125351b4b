/* Beside the content of a package, on the origin of packages: the run-time that content asks for, and a word to our page. */

const appOrigin = document.querySelector('meta[name="app-origin"]')?.content ?? ''
const content = document.querySelector('iframe')
const tellEveryMillis = 100

/** What the platform decides anew each time, and nobody takes from an earlier one. */
const fresh = new Set([
  'student_id',
  'student_name',
  'learner_id',
  'learner_name',
  'launch_data',
  'credit',
  'entry',
  'exit',
  'mode',
  'lesson_mode',
  'session_time',
  'student_data',
  'comments_from_lms',
  'scaled_passing_score',
])

const quiet = { autocommit: false, lmsCommitUrl: false, logLevel: 5, mastery_override: true }

const versions = {
  async scorm12(begin) {
    const { Scorm12API } = await import('/runtime/scorm12.js')
    const api = new Scorm12API(quiet)
    const { core = {}, ...rest } = keptOf(begin.memory)
    api.loadFromJSON({
      ...without(rest),
      core: {
        ...without(core),
        student_id: 'learner',
        student_name: '学员',
        credit: 'credit',
        lesson_mode: 'normal',
        entry: begin.memory ? 'resume' : 'ab-initio',
        lesson_status: core.lesson_status ?? 'not attempted',
        total_time: clockOf(begin.seconds),
      },
      launch_data: begin.launchData,
      student_data: {
        mastery_score: begin.masteryScore === null ? '' : String(begin.masteryScore),
      },
    })
    globalThis.API = api
    return {
      api,
      events: ['LMSInitialize', 'LMSSetValue.cmi.*', 'LMSCommit', 'LMSFinish'],
      end: 'LMSFinish',
      facts() {
        const { lesson_status: said, score } = api.cmi.core
        const states = { passed: 'passed', completed: 'completed', failed: 'failed' }
        return { state: states[said] ?? 'incomplete', score: percentOf(score, Number.NaN) }
      },
    }
  },

  async scorm2004(begin) {
    const { Scorm2004API } = await import('/runtime/scorm2004.js')
    const api = new Scorm2004API(quiet)
    const { masteryScore, memory } = begin
    api.loadFromJSON({
      ...without(keptOf(memory)),
      learner_id: 'learner',
      learner_name: '学员',
      credit: 'credit',
      mode: 'normal',
      entry: memory ? 'resume' : 'ab-initio',
      launch_data: begin.launchData,
      scaled_passing_score: masteryScore === null ? '' : String(masteryScore / 100),
      total_time: `PT${begin.seconds}S`,
    })
    globalThis.API_1484_11 = api
    return {
      api,
      events: ['Initialize', 'SetValue.cmi.*', 'Commit', 'Terminate'],
      end: 'Terminate',
      facts() {
        const { success_status: success, completion_status: completion, score } = api.cmi
        return {
          state: stateOf(success, completion),
          score: percentOf(score, Number(score.scaled || Number.NaN)),
        }
      },
    }
  },
}

globalThis.addEventListener('message', ({ source, origin, data }) => {
  if (source !== globalThis.parent || origin !== appOrigin) return
  if (data?.zhixing === 'begin' && Object.hasOwn(versions, data.standard)) void play(data)
})
tell({ zhixing: 'ready' })

async function play(begin) {
  const { api, events, end, facts } = await versions[begin.standard](begin)
  let waiting
  const say = (ended) => {
    clearTimeout(waiting)
    waiting = undefined
    tell({ zhixing: 'state', memory: JSON.stringify(api.cmi.toJSON()), ended, ...facts() })
  }
  for (const event of events)
    api.on(event, () => {
      // After the content has its answer: what it asked for is settled by then.
      if (event === end) queueMicrotask(() => say(true))
      else waiting ??= setTimeout(() => say(false), tellEveryMillis)
    })
  globalThis.addEventListener('pagehide', () => say(false))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) say(false)
  })
  content.src = `files/${begin.launch}`
  content.addEventListener('load', () => tell({ zhixing: 'shown' }), { once: true })
}

function tell(words) {
  globalThis.parent.postMessage(words, appOrigin)
}

function keptOf(memory) {
  return memory ? JSON.parse(memory) : {}
}

/** What is empty was never set, and must not be set to nothing. */
function without(kept) {
  return Object.fromEntries(
    Object.entries(kept).filter(([key, value]) => !fresh.has(key) && !isEmpty(value)),
  )
}

function isEmpty(value) {
  return typeof value === 'object' ? Object.keys(value ?? {}).length === 0 : value === ''
}

function stateOf(success, completion) {
  if (success === 'passed' || success === 'failed') return success
  return completion === 'completed' ? 'completed' : 'incomplete'
}

/** Whatever scale the content counts on, of a hundred. */
function percentOf({ raw, min, max }, scaled) {
  if (Number.isFinite(scaled)) return between(scaled * 100)
  if (raw === '' || raw === undefined) return null
  const [least, most] = [Number(min || 0), Number(max || 100)]
  return most > least ? between(((Number(raw) - least) / (most - least)) * 100) : null
}

function between(percent) {
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, Math.round(percent * 10) / 10)) : null
}

function clockOf(seconds) {
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}

function two(value) {
  return String(Math.floor(value)).padStart(2, '0')
}
