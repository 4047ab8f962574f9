/** What other processes change is forgotten or read anew here, and what is changed here is told to them. */
import type { Conversations } from '#conversations'
import type { Graph } from '#graph'
import type { Knowledge } from '#knowledge'
import type { createStaff } from '#staff'
import type { createActionParts } from './actions.ts'
import type { createChoosingParts } from './choosing.ts'
import type { createFlowParts } from './flows.ts'
import type { Platform } from './parts.ts'
import { createReadingLine } from './reading-line.ts'
import type { createTeachingParts } from './teaching.ts'

type Followed = {
  staff: ReturnType<typeof createStaff>
  conversations: Conversations
  knowledge: Knowledge
  graph: Graph
  teaching: ReturnType<typeof createTeachingParts>
  flows: ReturnType<typeof createFlowParts>
  choosing: ReturnType<typeof createChoosingParts>
  actionParts: ReturnType<typeof createActionParts>
  /** The company of this installation: looked at anew when something was missed. */
  tenantId: string
}

type Given = Pick<Platform, 'signals' | 'clock' | 'log'>

export function followOtherProcesses({ signals, clock, log }: Given, followed: Followed): void {
  const { staff, conversations, knowledge, graph, teaching, flows, choosing, actionParts, tenantId: main } = followed

  /** Who does not work here any more has no conversations: they go back to the line. */
  async function release(tenantId: string, staffId: string): Promise<void> {
    try {
      const { active } = await staff.getStaff(tenantId, staffId)
      if (!active) await conversations.releaseAll(tenantId, staffId)
    } catch (error) {
      log.error('releasing-failed', { staff: staffId }, error)
    }
  }

  /** A line for each kind, so that none waits for another. */
  const line = (of: string) =>
    createReadingLine({ clock, onFailed: (error) => log.error('following-failed', { of }, error) })
  const [ofArticles, ofGraph, ofActions, ofSettings, ofReleases] = [
    line('articles'),
    line('graph'),
    line('actions'),
    line('settings'),
    line('understanding'),
  ]
  const readActions = (tenantId: string) => ofActions(tenantId, () => actionParts.reload(tenantId))
  const readSettings = (tenantId: string) => ofSettings(tenantId, () => staff.reloadSettings(tenantId))
  const readReleases = (tenantId: string) => ofReleases(tenantId, () => teaching.load(tenantId))

  signals.follow(({ topic, tenantId, id, remote }) => {
    if (!remote) return
    if (topic === 'articles') ofArticles(`${tenantId} ${id}`, () => knowledge.reload(tenantId, id))
    if (topic === 'understanding') readReleases(tenantId)
    if (topic === 'flows') flows.flows.forget(tenantId)
    if (topic === 'choosing') choosing.forget(tenantId)
    if (topic === 'actions') readActions(tenantId)
    if (topic === 'graph') ofGraph(`${tenantId} ${id}`, () => graph.reload(tenantId, id))
    if (topic === 'staff' && id === 'settings') readSettings(tenantId)
    else if (topic === 'staff') staff.forgetAccess({ kind: 'people', tenantId, staffId: id })
    if (topic !== 'missed') return
    readReleases(main)
    flows.flows.forget(main)
    choosing.forget(main)
    readActions(main)
    readSettings(main)
    ofArticles(main, () => knowledge.catchUp(main))
    ofGraph(main, () => graph.catchUp(main))
  })
  staff.onChange((change) => {
    if (change.kind === 'people') void release(change.tenantId, change.staffId)
    signals.tell('staff', change.tenantId, { id: change.kind === 'people' ? change.staffId : change.kind })
  })
}
