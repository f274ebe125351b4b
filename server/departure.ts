/** The way in and out: what came last goes first, each once, however often somebody asks, and nobody waits for ever. */
export class Departure {
  readonly #steps: Step[] = []
  readonly #patienceMs: number
  #arrival: Promise<unknown> = Promise.resolve()
  #going: Promise<void> | undefined

  constructor(patienceMs = 10_000) {
    this.#patienceMs = patienceMs
  }

  /** Who leaves during the arrival waits until it has noticed, so that nothing half-begun stays behind. */
  async arriving(arrival: Promise<void>): Promise<void> {
    this.#arrival = arrival.catch(() => undefined)
    await arrival.catch((cause: unknown) => {
      if (!(cause instanceof TurnedBack)) throw cause
    })
  }

  /** Between two steps of the arrival: goes no further when somebody has asked to leave. */
  goOn(): void {
    if (this.#going) throw new TurnedBack()
  }

  /** To be done before everything that was said earlier; some steps are worth more patience. */
  last(work: Step['work'], patienceMs = this.#patienceMs): void {
    this.#steps.push({ work, patienceMs })
  }

  leave(inHurry = false): Promise<void> {
    this.#going ??= this.#go(inHurry)
    return this.#going
  }

  async #go(inHurry: boolean): Promise<void> {
    await patiently(this.#arrival, this.#patienceMs)
    for (let step = this.#steps.pop(); step; step = this.#steps.pop())
      await patiently(step.work(inHurry), step.patienceMs)
  }
}

async function patiently(work: Promise<unknown>, patienceMs: number): Promise<void> {
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, patienceMs)
  await Promise.race([work.catch(() => undefined), patience.promise])
  clearTimeout(timer)
}

type Step = {
  /** In a hurry when something broke: there is nobody to be waited for. */
  readonly work: (inHurry: boolean) => Promise<unknown>
  readonly patienceMs: number
}

class TurnedBack extends Error {}
