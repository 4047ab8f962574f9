import { Problem } from '@lingxi/contract/problem'
import { promisesOfChannel } from '../channels.contract.ts'
import { createWeb } from './web.ts'

const verifyCustomer = (token: string) =>
  token === 'session-token'
    ? Promise.resolve({ tenantId: 'tnt_1', externalId: 'visitor_1' })
    : Promise.reject(new Problem('not-signed-in'))

promisesOfChannel('web', import.meta.dirname, () => ({
  channel: createWeb({ verifyCustomer }),
  delivery: { headers: { authorization: 'Bearer session-token' }, body: { id: 'said-once-1', text: '怎么退货？' } },
  forge: ({ body }) => ({ headers: { authorization: 'Bearer another' }, body }),
  answerNext: { none: 'customers collect what is committed, over a socket or by asking' },
}))
