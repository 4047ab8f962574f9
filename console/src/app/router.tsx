import { conversationViews } from '@lingxi/contract/conversation'
import { createRoute, createRouter, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router'
import { ArticleSearch } from '../knowledge/article-search.ts'
import { Loading } from '../ui/loading.tsx'
import { Crashed } from './crashed.tsx'
import { NotFound } from './not-found.tsx'
import { root } from './root.ts'
import { SupervisorsOnly } from './supervisors-only.tsx'
import { flowEditor, flowLists, flowTest } from './flows.ts'
import { understanding } from './understanding.ts'

const toInbox = () => {
  throw redirect({ to: '/inbox/$view', params: { view: 'waiting' } })
}

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toInbox })
const anyInbox = createRoute({ getParentRoute: () => root, path: 'inbox', beforeLoad: toInbox })
const inbox = createRoute({
  getParentRoute: () => root,
  path: 'inbox/$view',
  beforeLoad: ({ params }) => {
    if (!conversationViews.some((view) => view === params.view)) throw notFound()
  },
  component: lazyRouteComponent(() => import('../inbox/inbox.tsx'), 'Inbox'),
})
const nothingChosen = createRoute({
  getParentRoute: () => inbox,
  path: '/',
  component: lazyRouteComponent(() => import('../inbox/nothing-chosen.tsx'), 'NothingChosen'),
})
const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  component: lazyRouteComponent(() => import('../conversation/conversation.tsx'), 'Conversation'),
})
const knowledge = createRoute({ getParentRoute: () => root, path: 'knowledge', component: Outlet })
const articles = createRoute({
  getParentRoute: () => knowledge,
  path: '/',
  validateSearch: (search): ArticleSearch => ArticleSearch.parse(search),
  component: lazyRouteComponent(() => import('../knowledge/articles.tsx'), 'Articles'),
})
const article = createRoute({
  getParentRoute: () => knowledge,
  path: 'articles/$articleId',
  component: lazyRouteComponent(() => import('../knowledge/article.tsx'), 'EditArticle'),
})
const tryQuestion = createRoute({
  getParentRoute: () => knowledge,
  path: 'try',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
  component: lazyRouteComponent(() => import('../knowledge/trying/try-question.tsx'), 'TryQuestion'),
})
const sources = createRoute({
  getParentRoute: () => knowledge,
  path: 'sources',
  component: lazyRouteComponent(() => import('../knowledge/sources/sources.tsx'), 'Sources'),
})
const source = createRoute({
  getParentRoute: () => knowledge,
  path: 'sources/$sourceId',
  component: lazyRouteComponent(() => import('../knowledge/sources/source.tsx'), 'SourcePage'),
})
const words = createRoute({
  getParentRoute: () => knowledge,
  path: 'words',
  component: lazyRouteComponent(() => import('../knowledge/words/words.tsx'), 'Words'),
})
const relations = createRoute({
  getParentRoute: () => knowledge,
  path: 'relations',
  component: lazyRouteComponent(() => import('../knowledge/relations/relations.tsx'), 'Relations'),
})
const evaluation = createRoute({
  getParentRoute: () => knowledge,
  path: 'evaluation',
  component: lazyRouteComponent(() => import('../knowledge/evaluation/evaluation.tsx'), 'Evaluation'),
})
const evaluationSet = createRoute({
  getParentRoute: () => knowledge,
  path: 'evaluation/$setId',
  component: lazyRouteComponent(() => import('../knowledge/evaluation/evaluation-set.tsx'), 'EvaluationSetPage'),
})
const graph = createRoute({
  getParentRoute: () => knowledge,
  path: 'graph',
  component: lazyRouteComponent(() => import('../graph/graph.tsx'), 'GraphScreen'),
})
const supervisors = createRoute({ getParentRoute: () => knowledge, id: 'supervisors', component: SupervisorsOnly })
const newArticle = createRoute({
  getParentRoute: () => supervisors,
  path: 'new',
  component: lazyRouteComponent(() => import('../knowledge/article.tsx'), 'NewArticle'),
})
const versions = createRoute({
  getParentRoute: () => supervisors,
  path: 'articles/$articleId/versions',
  component: lazyRouteComponent(() => import('../knowledge/versions.tsx'), 'Versions'),
})
const reviews = createRoute({
  getParentRoute: () => supervisors,
  path: 'reviews',
  component: lazyRouteComponent(() => import('../knowledge/reviews.tsx'), 'Reviews'),
})
const oneReview = createRoute({
  getParentRoute: () => supervisors,
  path: 'reviews/$articleId',
  component: lazyRouteComponent(() => import('../knowledge/one-review.tsx'), 'OneReview'),
})
const due = createRoute({
  getParentRoute: () => supervisors,
  path: 'due',
  component: lazyRouteComponent(() => import('../knowledge/due.tsx'), 'Due'),
})
const importFiles = createRoute({
  getParentRoute: () => supervisors,
  path: 'import',
  component: lazyRouteComponent(() => import('../knowledge/import-files.tsx'), 'ImportFiles'),
})
const learning = createRoute({ getParentRoute: () => root, path: 'learning', component: Outlet })
const anyLearning = createRoute({
  getParentRoute: () => learning,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/learning/gaps' })
  },
})
const gaps = createRoute({
  getParentRoute: () => learning,
  path: 'gaps',
  component: lazyRouteComponent(() => import('../learning/gaps.tsx'), 'Gaps'),
})
/** What is wrong with articles tells of what stands in them, those for some of the staff among them. */
const keepersOfLearning = createRoute({ getParentRoute: () => learning, id: 'keepers', component: SupervisorsOnly })
const conflicts = createRoute({
  getParentRoute: () => keepersOfLearning,
  path: 'conflicts',
  component: lazyRouteComponent(() => import('../learning/conflicts.tsx'), 'Conflicts'),
})
const health = createRoute({
  getParentRoute: () => keepersOfLearning,
  path: 'health',
  component: lazyRouteComponent(() => import('../learning/health.tsx'), 'Health'),
})
const contributors = createRoute({
  getParentRoute: () => learning,
  path: 'contributors',
  component: lazyRouteComponent(() => import('../learning/contributors.tsx'), 'Contributors'),
})
const ways = createRoute({
  getParentRoute: () => learning,
  path: 'ways',
  component: lazyRouteComponent(() => import('../learning/ways/choosing-page.tsx'), 'ChoosingPage'),
})
const people = createRoute({
  getParentRoute: () => root,
  path: 'people',
  component: lazyRouteComponent(() => import('../people/people.tsx'), 'People'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: 'settings',
  component: lazyRouteComponent(() => import('../settings/settings.tsx'), 'SettingsScreen'),
})
const tickets = createRoute({
  getParentRoute: () => root,
  path: 'tickets',
  validateSearch: ({ conversation }: Record<string, unknown>): { conversation?: string } =>
    typeof conversation === 'string' ? { conversation } : {},
  component: lazyRouteComponent(() => import('../tickets/tickets.tsx'), 'Tickets'),
})
const keepersOfActions = createRoute({ getParentRoute: () => root, id: 'actions-keepers', component: SupervisorsOnly })
const actions = createRoute({
  getParentRoute: () => keepersOfActions,
  path: 'settings/actions',
  component: lazyRouteComponent(() => import('../actions/actions.tsx'), 'Actions'),
})
const account = createRoute({
  getParentRoute: () => root,
  path: 'account',
  component: lazyRouteComponent(() => import('../account/account.tsx'), 'Account'),
})

const routeTree = root.addChildren([
  start,
  anyInbox,
  inbox.addChildren([nothingChosen, conversation]),
  learning.addChildren([anyLearning, gaps, contributors, ways, keepersOfLearning.addChildren([conflicts, health])]),
  knowledge.addChildren([
    articles,
    article,
    sources,
    source,
    words,
    evaluation,
    evaluationSet,
    relations,
    tryQuestion,
    graph,
    supervisors.addChildren([newArticle, importFiles, versions, reviews, oneReview, due]),
  ]),
  understanding,
  flowLists,
  flowEditor,
  flowTest,
  people,
  tickets,
  keepersOfActions.addChildren([actions]),
  settings,
  account,
])

export const createConsoleRouter = () =>
  createRouter({
    routeTree,
    basepath: '/console',
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: Crashed,
    defaultNotFoundComponent: NotFound,
  })
export type ConsoleRouter = ReturnType<typeof createConsoleRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: ConsoleRouter
  }
}
