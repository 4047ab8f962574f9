/** A program on the REST channel, which sends the same message with the same id until it gets an answer. */
import { setTimeout as pause } from 'node:timers/promises'
import { backOff, post, type Visit, type Visiting } from './visit.ts'

const pauseBetween = 100

export function startRestVisitor({ url, testimony, talker, watch, chance }: Visit): Visiting {
  let hasLeft = false

  void keepAsking()
  void talker.talk(() => undefined)
  return {
    leave() {
      hasLeft = true
    },
  }

  async function keepAsking(): Promise<void> {
    while (!hasLeft) {
      const saying = talker.unaccepted()[0]
      await pause(saying ? 0 : pauseBetween)
      if (saying) await ask(saying).catch(() => pause(backOff(chance)))
    }
  }

  async function ask({ id, text }: { id: string; text: string }): Promise<void> {
    const asked = Date.now()
    const body = { sender: testimony.name, message: text, message_id: id }
    const response = await post(`${url}/webhooks/rest/webhook`, { body })
    const answers = (await response.json()) as unknown[]
    if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
    talker.accept(id)
    if (answers.length > 0) watch.saw(asked)
  }
}
