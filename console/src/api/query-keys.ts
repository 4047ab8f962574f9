/** What the query cache knows things by. Everything that live frames change lies under `desk`. */
import type { ConversationView } from '@lingxi/contract/conversation'

export const keys = {
  desk: ['desk'],
  lists: ['desk', 'list'],
  list: (view: ConversationView) => ['desk', 'list', view],
  counts: ['desk', 'counts'],
  conversation: (id: string) => ['desk', 'conversation', id],
  articles: ['articles'],
  articleList: (filters: object) => ['articles', 'list', filters],
  article: (id: string) => ['articles', 'one', id],
  revision: (id: string) => ['articles', 'revision', id],
  translations: (id: string) => ['articles', 'translations', id],
  review: ['review'],
  staff: ['staff'],
  settings: ['settings'],
  apiKeys: ['api-keys'],
  identitySecret: ['identity-secret'],
}
