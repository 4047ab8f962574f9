/** One case, turn by turn, with a customer of its own. The next turn begins when everything that the last set going has come to its end. */
import type { CaseTurn } from '@lingxi/contract/dialogue-case'
import type { StepTaken } from '@lingxi/contract/dialogue'
import { lengthOf } from '@lingxi/contract/duration'
import {
  describeFault,
  judgeTurn,
  nothingOpen,
  type Observed,
  observeTurn,
} from '../../../server/src/capabilities/dialogue-cases/dialogue-cases.ts'
import type { DemoHouse } from './demo-house.ts'
import type { CaseOf } from './read-cases.ts'

export type RunOfCase = {
  of: CaseOf
  /** What was said, turn by turn, as far as it was told. */
  talk: (Pick<Observed, 'said' | 'flow' | 'understood'> & { heard: string })[]
  faults: string[]
  taken: StepTaken[]
}

export async function runCase(house: DemoHouse, of: CaseOf): Promise<RunOfCase> {
  const customer = await house.meet(of.name, of.faults ?? {})
  const talk: RunOfCase['talk'] = []
  const taken: StepTaken[] = []
  let before = nothingOpen
  for (const turn of of.turns) {
    const events = await customer.during(() => take(customer, turn))
    if (!events) return { of, talk, faults: [`${heardIn(turn)}: does not come to rest`], taken }
    const { observed, after } = observeTurn(events, before)
    before = after
    taken.push(...observed.taken)
    const { said, flow, understood } = observed
    talk.push({ heard: heardIn(turn), said, flow, understood })
    const faults = judgeTurn(turn.expect, observed).map(describeFault)
    // What comes after a turn that went wrong tells nothing more.
    if (faults.length > 0) return { of, talk, faults, taken }
  }
  return { of, talk, faults: [], taken }
}

/** The same to its end, whatever comes of it; tells which conversation it became. */
export async function leadCase(house: DemoHouse, of: CaseOf): Promise<string | undefined> {
  const customer = await house.meet(of.name, of.faults ?? {})
  for (const turn of of.turns) await customer.during(() => take(customer, turn))
  return customer.conversationId()
}

type Customer = Awaited<ReturnType<DemoHouse['meet']>>

function take(customer: Customer, { user, pause, event, approve }: CaseTurn): Promise<void> {
  if (user !== undefined) return customer.say(user)
  if (pause !== undefined) return customer.pause(lengthOf(pause))
  if (event !== undefined) return customer.hearOf(event)
  return customer.judge(approve === true)
}

const heardIn = ({ user, pause, event, approve }: CaseTurn) =>
  user ?? pause ?? (event ? `event ${event.name}` : `approve ${approve}`)
