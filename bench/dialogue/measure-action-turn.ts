/** How long a turn takes in which the bot looks something up in the demo's back office: from the message to its answer, in the log. */
import { openDemoHouse } from '../../evals/src/dialogue/demo-house.ts'

const warming = 10
const asked = 'hi, can you tell me where my parcel is? order SG70411006'
const plain = 'do you deliver on sundays?'

export async function measureActionTurn(turns: number): Promise<object> {
  const house = await openDemoHouse()
  try {
    const looking: { whole: number; office: number }[] = []
    const answering: number[] = []
    for (let turn = 0; turn < warming + turns; turn++) {
      const looked = await timeTurn(house, asked)
      const answered = await timeTurn(house, plain)
      if (looked.office === undefined) throw new Error('the turn did not look')
      if (turn < warming) continue
      looking.push({ whole: looked.whole, office: looked.office })
      answering.push(answered.whole)
    }
    return {
      turns,
      turnP50Ms: at(
        looking.map(({ whole }) => whole),
        0.5,
      ),
      turnP95Ms: at(
        looking.map(({ whole }) => whole),
        0.95,
      ),
      backOfficeP50Ms: at(
        looking.map(({ office }) => office),
        0.5,
      ),
      overBackOfficeP50Ms: at(
        looking.map(({ whole, office }) => whole - office),
        0.5,
      ),
      overBackOfficeP95Ms: at(
        looking.map(({ whole, office }) => whole - office),
        0.95,
      ),
      withoutActionP50Ms: at(answering, 0.5),
    }
  } finally {
    await house.close()
  }
}

/** `office`: milliseconds between the request to the back office and its answer. */
async function timeTurn(house: Awaited<ReturnType<typeof openDemoHouse>>, text: string) {
  const customer = await house.meet('bench', {})
  let whole = 0
  const events = await customer.during(async () => {
    const since = performance.now()
    await customer.say(text)
    whole = performance.now() - since
  })
  const [look] = (events ?? []).flatMap((event) =>
    event.type === 'turn-decided' ? (event.why.dialogue?.looked ?? []) : [],
  )
  return { whole, office: look?.milliseconds }
}

function at(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 10) / 10
}
