import { z } from 'zod'
import { RelationsVersion } from './relations.ts'
import { route } from './route.ts'

const versions = z.strictObject({ versions: z.array(RelationsVersion) })
const none = z.strictObject({})

/** Word relations learnt from the company's own texts: at work only where they were measured to help. */
export const relationsRoutes = {
  listRelations: route({
    method: 'GET',
    path: '/api/v1/knowledge/relations',
    area: 'Knowledge',
    access: 'staff',
    summary: 'What was learnt, the newest first, with the figures of each version and which is at work',
    query: none,
    ok: versions,
  }),
  learnRelations: route({
    method: 'POST',
    path: '/api/v1/knowledge/relations/learn',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Learn again from the texts as they are now; switched on only when held-out wordings are found better',
    body: none,
    ok: versions,
  }),
  switchRelations: route({
    method: 'PUT',
    path: '/api/v1/knowledge/relations/active',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Put one version to work, or none (null)',
    body: z.strictObject({ version: z.int32().positive().nullable() }),
    ok: versions,
  }),
  rollBackRelations: route({
    method: 'POST',
    path: '/api/v1/knowledge/relations/roll-back',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Go back to the version that was learnt before the one at work; without one, to none',
    body: none,
    ok: versions,
  }),
}
