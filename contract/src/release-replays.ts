/** What is to go to customers held against what is at work, over conversations that took place, before it does. */
import { z } from 'zod'
import { type ChangeKind, ReplayReport } from './replay.ts'
import { route } from './route.ts'

/** What a person has to have looked at before it goes to customers; the rest is told, and lets pass. */
const harmless = new Set<ChangeKind>(['gone', 'intent', 'wording', 'reasons'])
export const needsWord = (kind: ChangeKind): boolean => !harmless.has(kind)

/** Stands for the draft of the flows; a learnt version stands under its id. */
export const flowsDraft = 'flows'
const What = z.string().min(1).max(80).describe('`flows`, their draft; or the id of a learnt version')

/** Accepted as a change is: that a replay was cut short, so that nobody knows of the rest. */
export const cutShort = 'cut-short'

const Acceptance = z
  .strictObject({ key: z.string(), reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() })
  .meta({ id: 'ReplayAcceptance' })

export const ReleaseReplay = z
  .strictObject({
    id: z.string(),
    /** What was replayed. */
    what: What,
    /** `failed`: it broke each time it was tried; `lost`: nobody is at it any more. */
    state: z.enum(['running', 'done', 'failed', 'lost']),
    report: ReplayReport.nullable(),
    /** By the keys of its changes, and `cut-short`. */
    accepted: z.array(Acceptance),
    by: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'ReleaseReplay' })
export type ReleaseReplay = z.infer<typeof ReleaseReplay>
type Found = Pick<ReleaseReplay, 'report' | 'accepted'>

/** Its time was up before all conversations were taken again. */
export const isCutShort = ({ conversations, of }: ReplayReport): boolean => conversations < of

export const acceptanceOf = ({ accepted }: Pick<Found, 'accepted'>, key: string) =>
  accepted.find((each) => each.key === key)

/** The changes that keep it from customers until somebody accepts them. */
export const openGroups = ({ report, accepted }: Found) =>
  (report?.groups ?? []).filter(({ kind, key }) => needsWord(kind) && !acceptanceOf({ accepted }, key))

export const isOpenlyCutShort = ({ report, accepted }: Found): boolean =>
  report !== null && isCutShort(report) && !acceptanceOf({ accepted }, cutShort)

/** How much keeps it from customers: kinds of change, also those that the list has no room for, and that it was cut short. */
export const countOpen = (replay: Found): number =>
  openGroups(replay).length + (replay.report?.unlisted.open ?? 0) + Number(isOpenlyCutShort(replay))

const at = '/api/v1/replays'
const ofWhat = z.strictObject({ what: What })

export const releaseReplayRoutes = {
  getReplay: route({
    method: 'GET',
    path: `${at}/:what`,
    area: 'Replays',
    access: 'staff',
    summary:
      'Whether the draft of the flows, or a learnt version, may go to customers as it stands, and its last replay against what is at work. `none`: nothing stands in the way; `replay`: it has to be replayed first, also while that goes on; `word`: somebody has to accept what was found',
    params: ofWhat,
    ok: z.strictObject({ needs: z.enum(['none', 'replay', 'word']), replay: ReleaseReplay.nullable() }),
  }),
  startReplay: route({
    method: 'POST',
    path: `${at}/:what`,
    area: 'Replays',
    access: 'supervisor',
    summary:
      'Take the newest conversations again with it and hold what is decided against what is at work: nothing is written, no system is called. Answers with the one that goes on where there is one',
    params: ofWhat,
    ok: ReleaseReplay,
  }),
  acceptChanges: route({
    method: 'POST',
    path: `${at}/:what/:id/accepted`,
    area: 'Replays',
    access: 'supervisor',
    summary:
      'Let changes that a replay found pass, with a reason; `cut-short`: that its time was up before all was taken again. It holds for the same draft or version wherever a replay finds the same as often; what was accepted before keeps its first reason',
    params: ofWhat.extend({ id: z.string().min(1).max(80) }),
    body: z.strictObject({
      keys: z.array(z.string().min(1).max(64)).min(1).max(201),
      reason: z.string().trim().min(1).max(500),
    }),
    ok: ReleaseReplay,
  }),
}
