/** Choosing between ways put together: what is used is followed by every process, what came of it is learnt from at night. */
import { createChoosing } from '#choosing'
import type { Conversations } from '#conversations'
import type { Learning } from '#learning'
import type { JobKind } from '#platform/jobs'
import { createChoosingRoutes } from '../capabilities/choosing/choosing-routes.ts'
import { createFollowChoosing } from '../journeys/choosing/follow-choosing.ts'
import { createGatherChoices } from '../journeys/choosing/gather-choices.ts'
import { createLearnChoosing } from '../journeys/choosing/learn-choosing.ts'
import type { Platform } from './parts.ts'

type Parts = {
  conversations: Conversations
  /** Where the reading of conversations stands. */
  cursors: Learning
  tenantId: string
}

export function createChoosingParts(
  { opened, clock, ids, signals, log }: Platform,
  { conversations, cursors, tenantId: main }: Parts,
) {
  const choosing = createChoosing({
    database: opened.database,
    clock,
    ids,
    onChange(tenantId) {
      forget(tenantId)
      signals.tell('choosing', tenantId, { id: 'standing' })
    },
  })
  const { policyOf, learntOf, forget } = createFollowChoosing({ choosing, log })
  const gather = createGatherChoices({ conversations, cursors, choices: choosing.choices, clock, log })
  const learn = createLearnChoosing({ choosing, gather, learntOf, clock, log })
  const kinds: JobKind[] = [
    { name: 'gather-choices', schedule: '*/10 * * * *', run: () => gather(main) },
    {
      name: 'learn-choosing',
      schedule: '13 4 * * *',
      async run() {
        await learn(main, null)
      },
    },
  ]
  return {
    choosing,
    policyOf,
    learntOf,
    forget,
    gather,
    kinds,
    handlers: createChoosingRoutes({ choosing, learnNow: learn, clock }),
  }
}
