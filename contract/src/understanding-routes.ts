import { route } from './route.ts'
import { Meaning, UnderstandBody } from './understanding.ts'

/** What a message means, as the turn would read it now. Nothing of it is kept. */
export const understandingRoutes = {
  understand: route({
    method: 'POST',
    path: '/api/v1/understand',
    area: 'Understanding',
    access: 'staff-or-key',
    scope: 'messages',
    summary: 'What a message means, with what each part of it rests on; nothing is kept of it',
    body: UnderstandBody,
    ok: Meaning,
  }),
}
