/** Where the understanding of messages is taught: one frame with tabs, and a screen for each. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { root } from './root.ts'

const frame = createRoute({
  getParentRoute: () => root,
  path: 'understanding',
  component: lazyRouteComponent(() => import('../teaching/frame.tsx'), 'Frame'),
})
const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/understanding/intents' })
  },
})
const intents = createRoute({
  getParentRoute: () => frame,
  path: 'intents',
  component: lazyRouteComponent(() => import('../teaching/intents/intents.tsx'), 'Intents'),
})
const intent = createRoute({
  getParentRoute: () => frame,
  path: 'intents/$intentId',
  component: lazyRouteComponent(() => import('../teaching/intents/intent.tsx'), 'IntentScreen'),
})
const lessons = createRoute({
  getParentRoute: () => frame,
  path: 'import',
  component: lazyRouteComponent(() => import('../teaching/lessons/lessons.tsx'), 'Lessons'),
})
const entities = createRoute({
  getParentRoute: () => frame,
  path: 'entities',
  component: lazyRouteComponent(() => import('../teaching/entities/entities.tsx'), 'Entities'),
})
const entityType = createRoute({
  getParentRoute: () => frame,
  path: 'entities/$typeId',
  component: lazyRouteComponent(() => import('../teaching/entities/entity-type.tsx'), 'EntityTypeScreen'),
})
const messages = createRoute({
  getParentRoute: () => frame,
  path: 'messages',
  component: lazyRouteComponent(() => import('../labelling/labelling.tsx'), 'Labelling'),
})
const training = createRoute({
  getParentRoute: () => frame,
  path: 'training',
  component: lazyRouteComponent(() => import('../training/training.tsx'), 'TrainingScreen'),
})
const tryIt = createRoute({
  getParentRoute: () => frame,
  path: 'try',
  component: lazyRouteComponent(() => import('../teaching/trying/try-message.tsx'), 'TryMessage'),
})

export const understanding = frame.addChildren([
  start,
  intents,
  intent,
  lessons,
  entities,
  entityType,
  messages,
  training,
  tryIt,
])
