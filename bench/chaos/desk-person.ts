/** A person at the desk who takes over conversations while everything breaks, so that two may want to speak in one turn. */
import { setTimeout as pause } from 'node:timers/promises'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { Problem } from '@lingxi/contract/problem'
import type { Chance } from '../chance.ts'
import type { DeskCaller } from '../processes/desk-caller.ts'

export type DeskPerson = ReturnType<typeof startDeskPerson>

export function startDeskPerson(desk: DeskCaller, chance: Chance) {
  /** The texts of the replies that the server has accepted. */
  const accepted: string[] = []
  let count = 0
  let stopped = false
  const done = work()

  async function work(): Promise<void> {
    while (!stopped) {
      await pause(chance.between(100, 500))
      // Refused, or the server is away: a person tries something else.
      await visitOne().catch(() => undefined)
    }
  }

  async function visitOne(): Promise<void> {
    const { conversations } = await desk.call(deskRoutes.listConversations, { query: { state: 'open', limit: 50 } })
    if (conversations.length === 0) return
    const asked = { params: { id: chance.pick(conversations).id } }
    await desk.call(deskRoutes.claim, asked)
    for (let replies = 0; replies < 2 && chance.happens(0.6); replies++) await reply(asked.params.id)
    if (chance.happens(0.2)) await desk.call(deskRoutes.note, { ...asked, body: { text: 'a note' } })
    if (chance.happens(0.15)) await desk.call(deskRoutes.resolve, asked)
    else if (chance.happens(0.8)) await desk.call(deskRoutes.handBack, asked)
  }

  async function reply(id: string): Promise<void> {
    const text = `reply ${++count}`
    await desk.call(deskRoutes.reply, { params: { id }, body: { text } })
    accepted.push(text)
  }

  return {
    accepted,
    async stop(): Promise<void> {
      stopped = true
      await done
    },
  }
}

/**
 * Hands everything back to the bot until nothing is left unanswered or the time is up. Returns how many are left.
 * A conversation that the bot handed to the queue is handed back too: somebody may have said something meanwhile.
 */
export async function settle(desk: DeskCaller, longest: number): Promise<number> {
  const until = Date.now() + longest
  for (;;) {
    const open = await desk.list('open')
    const unanswered = open.filter((row) => row.unanswered)
    if (unanswered.length === 0 || Date.now() > until) return unanswered.length
    for (const { id, owner } of unanswered)
      if (owner.kind !== 'bot') await desk.call(deskRoutes.handBack, { params: { id } }).catch(refusalOnly)
    await pause(200)
  }
}

function refusalOnly(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}
