/** A conversation with what is being edited, turn by turn; every turn can be taken back. */
import { api } from '@lingxi/contract/api'
import type { ActionOutcome } from '@lingxi/contract/action'
import type { ActionRequest, DialogueWhy } from '@lingxi/contract/dialogue'
import type { FlowTrial, TriedTurn } from '@lingxi/contract/flow-simulation'
import type { FlowPartContent } from '@lingxi/contract/flow-versions'
import type { Language } from '@lingxi/contract/message'
import type { CallOf } from '@lingxi/contract/route'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/api-context.ts'

type Trial = CallOf<typeof api.simulateFlows>['body']
type Told = Extract<TriedTurn, { kind: 'turn' }>
/** What was said or happened in a turn, and what came of it. `trial`: what it was tried with. */
export type SimulatedTurn = { by: string; said: string | null; trial: Trial; told: Told }
/** An action that has to be answered: one that only looks, in the midst of a turn; or one that was requested by a turn. */
export type Unanswered =
  | { kind: 'look'; action: string; input: ActionRequest['input']; trial: Trial; by: string }
  | { kind: 'act'; action: string; input: ActionRequest['input']; runId: string }
type Standing = { turns: SimulatedTurn[]; waiting: Unanswered[] }

const nothing: Standing = { turns: [], waiting: [] }
const remembered = 20

export function useSimulation(part: FlowPartContent, language: Language) {
  const { call } = useApi()
  const [standings, setStandings] = useState<Standing[]>([nothing])
  const standing = standings.at(-1)!
  const trying = useMutation({ mutationFn: (body: Trial) => call(api.simulateFlows, { body }) })
  const why: DialogueWhy | undefined = standing.turns.at(-1)?.told.why
  const add = (next: Standing) => setStandings((before) => [...before, next])

  function go(trial: Trial, by: string) {
    trying.mutate(trial, {
      onSuccess(tried) {
        // What was asked before this turn and is not answered by it goes on waiting.
        const answered = new Set(
          (trial.happened ?? []).flatMap((each) => (each.kind === 'performed' ? [each.runId] : [])),
        )
        const waiting = standing.waiting.filter((each) => each.kind === 'act' && !answered.has(each.runId))
        if (tried.kind === 'look') {
          const { action, input } = tried
          return add({ turns: standing.turns, waiting: [{ kind: 'look', action, input, trial, by }, ...waiting] })
        }
        const requested = (tried.why.requested ?? []).map(
          ({ action, input, runId }): Unanswered => ({ kind: 'act', action, input, runId }),
        )
        add({
          turns: [...standing.turns, { by, said: trial.said ?? null, trial, told: tried }],
          waiting: [...requested, ...waiting],
        })
      },
    })
  }
  const base = (): Trial => ({
    part,
    progress: why?.progress ?? null,
    offered: why?.offered ?? [],
    turn: standing.turns.length + 1,
    language,
    before: standing.turns.flatMap(({ said }) => (said === null ? [] : [said])).slice(-remembered),
  })

  return {
    language,
    turns: standing.turns,
    unanswered: standing.waiting[0],
    progress: why?.progress ?? null,
    trying,
    say: (said: string) => go({ ...base(), said }, said),
    begin: (start: string, by: string) => go({ ...base(), start }, by),
    /** Time passes, and nobody says anything. */
    wait: (quietFor: number, by: string) => go({ ...base(), quietFor }, by),
    tell: (name: string, by: string) => go({ ...base(), happened: [{ kind: 'event', name, fields: {} }] }, by),
    answer(to: Unanswered, outcome: ActionOutcome, by: string) {
      if (to.kind === 'act') return go({ ...base(), happened: [{ kind: 'performed', runId: to.runId, outcome }] }, by)
      go({ ...to.trial, looked: [...(to.trial.looked ?? []), lookedAt(to, outcome)] }, to.by)
    },
    canGoBack: standings.length > 1 && !trying.isPending,
    back() {
      trying.reset()
      setStandings((before) => (before.length > 1 ? before.slice(0, -1) : before))
    },
    restart() {
      trying.reset()
      setStandings([nothing])
    },
  }
}
export type Simulation = ReturnType<typeof useSimulation>

function lookedAt({ action, input }: Unanswered, outcome: ActionOutcome): FlowTrial['looked'][number] {
  const output = outcome.kind === 'failed' ? null : outcome.output
  const reason = outcome.kind === 'done' ? {} : { reason: outcome.reason }
  return { action, input, outcome: outcome.kind, output, milliseconds: 0, ...reason }
}

/** The steps of a flow that a conversation passed, and the one where it stands. */
export function passedIn(
  { turns, progress }: Pick<Simulation, 'turns' | 'progress'>,
  flow: string,
): ReadonlySet<string> {
  const taken = turns.flatMap(({ told }) => told.why.taken).filter((each) => each.flow === flow)
  const standing = (progress?.stack ?? []).filter((frame) => frame.flow === flow)
  return new Set([...taken, ...standing].map(({ step }) => step))
}
