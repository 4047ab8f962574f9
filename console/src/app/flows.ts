/** Where flows are made: lists in one frame, and an editor for each part. */
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { flowPartKinds } from '@lingxi/contract/flow-finding'
import { root } from './root.ts'

const frame = createRoute({
  getParentRoute: () => root,
  path: 'flows',
  component: lazyRouteComponent(() => import('../flows/frame.tsx'), 'FlowsFrame'),
})
const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flows/flows' })
  },
})
const list = createRoute({
  getParentRoute: () => frame,
  path: 'flows',
  component: lazyRouteComponent(() => import('../flows/list/parts.tsx'), 'Flows'),
})
const slots = createRoute({
  getParentRoute: () => frame,
  path: 'slots',
  component: lazyRouteComponent(() => import('../flows/list/parts.tsx'), 'Slots'),
})
const tables = createRoute({
  getParentRoute: () => frame,
  path: 'tables',
  component: lazyRouteComponent(() => import('../flows/list/parts.tsx'), 'Tables'),
})
const findings = createRoute({
  getParentRoute: () => frame,
  path: 'findings',
  component: lazyRouteComponent(() => import('../flows/list/findings.tsx'), 'Findings'),
})
const tests = createRoute({
  getParentRoute: () => frame,
  path: 'tests',
  validateSearch: ({ view }: Record<string, unknown>): { view?: 'coverage' } => (view === 'coverage' ? { view } : {}),
  component: lazyRouteComponent(() => import('../flows/tests/tests.tsx'), 'FlowTests'),
})
const versions = createRoute({
  getParentRoute: () => frame,
  path: 'versions',
  component: lazyRouteComponent(() => import('../flows/versions/versions.tsx'), 'FlowVersions'),
})
const file = createRoute({
  getParentRoute: () => frame,
  path: 'file',
  component: lazyRouteComponent(() => import('../flows/list/flow-file.tsx'), 'FlowFile'),
})
/** `step`: the one that is opened first. */
const editor = createRoute({
  getParentRoute: () => root,
  path: 'flows/edit/$kind/$name',
  beforeLoad: ({ params }) => {
    if (!flowPartKinds.some((kind) => kind === params.kind)) throw notFound()
  },
  validateSearch: ({ step }: Record<string, unknown>): { step?: string } => (typeof step === 'string' ? { step } : {}),
  component: lazyRouteComponent(() => import('../flows/editor/part-screen.tsx'), 'PartScreen'),
})

/** `new`: one that is not kept yet. */
const test = createRoute({
  getParentRoute: () => root,
  path: 'flows/tests/$testId',
  component: lazyRouteComponent(() => import('../flows/tests/test-screen.tsx'), 'TestScreen'),
})

export const flowLists = frame.addChildren([start, list, slots, tables, findings, tests, versions, file])
export const flowEditor = editor
export const flowTest = test
