import { z } from 'zod'
import { ChoicesTold, ChoosingOverview, ChoosingStanding, ChoosingVersion, LearntNow } from './choosing.ts'
import { route } from './route.ts'

const at = '/api/v1/choosing'
const number = z.coerce.number().int().max(2_147_483_647)
/** Of the standing that was seen. */
const seen = z.int32().nonnegative()

/** What chooses where several ways to go on are plausible. Everybody sees it, supervisors change it. */
export const choosingRoutes = {
  getChoosing: route({
    method: 'GET',
    path: at,
    area: 'Choosing',
    access: 'staff',
    summary: 'Which version chooses between plausible ways, whether it tries any out, and what was changed when',
    ok: ChoosingOverview,
  }),
  listChoices: route({
    method: 'GET',
    path: `${at}/ways`,
    area: 'Choosing',
    access: 'staff',
    summary:
      'How often each way was taken in the last days, and how that ended, for all messages and for some kinds of them',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(365).default(30) }),
    ok: ChoicesTold,
  }),
  listChoosingVersions: route({
    method: 'GET',
    path: `${at}/versions`,
    area: 'Choosing',
    access: 'staff',
    summary: 'What was learnt from outcomes, newest first, each judged on outcomes that it was not learnt from',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    ok: z.strictObject({ versions: z.array(ChoosingVersion), total: z.int() }),
  }),
  getChoosingVersion: route({
    method: 'GET',
    path: `${at}/versions/:number`,
    area: 'Choosing',
    access: 'staff',
    summary: 'A version and how it was judged',
    params: z.strictObject({ number: number.min(1) }),
    ok: ChoosingVersion,
  }),
  useChoosingVersion: route({
    method: 'POST',
    path: `${at}/versions/:number/use`,
    area: 'Choosing',
    access: 'supervisor',
    summary:
      'Let a version choose from the next message on: one that is judged not to be worse, or any that chose before; 0 is what the product comes with',
    params: z.strictObject({ number: number.min(0) }),
    body: z.strictObject({ version: seen }),
    ok: ChoosingStanding,
  }),
  changeChoosing: route({
    method: 'PATCH',
    path: at,
    area: 'Choosing',
    access: 'supervisor',
    summary:
      'Freeze what chooses or let it try ways out, and let better versions come in use by themselves or by people alone',
    body: z.strictObject({ version: seen, frozen: z.boolean(), byItself: z.boolean() }),
    ok: ChoosingStanding,
  }),
  learnChoosing: route({
    method: 'POST',
    path: `${at}/learn`,
    area: 'Choosing',
    access: 'supervisor',
    summary: 'Learn from the newest outcomes now, as is done every night',
    ok: LearntNow,
  }),
}
