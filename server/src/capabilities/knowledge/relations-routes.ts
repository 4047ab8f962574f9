/** What the search learnt from the company's texts, over HTTP. */
import type { relationsRoutes } from '@lingxi/contract/relations-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { LearntRelationsOfCompany } from './learnt-relations.ts'

type Relations = Pick<LearntRelationsOfCompany, 'list' | 'request' | 'activate' | 'rollBack'>

export function createRelationsRoutes({ relations }: { relations: Relations }): Handlers<typeof relationsRoutes> {
  const list = async (tenantId: string) => ({ versions: await relations.list(tenantId) })
  return {
    listRelations: (_, { tenantId }) => list(tenantId),
    async learnRelations(_, { tenantId }) {
      await relations.request(tenantId)
      return list(tenantId)
    },
    async switchRelations({ body }, { tenantId }) {
      await relations.activate(tenantId, body.version)
      return list(tenantId)
    },
    async rollBackRelations(_, { tenantId }) {
      await relations.rollBack(tenantId)
      return list(tenantId)
    },
  }
}
