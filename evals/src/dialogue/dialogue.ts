/** Conversations as tests, run through the whole bot of the demo shop against its back office. */
import { coverageOf } from '../../../server/src/capabilities/dialogue-cases/dialogue-cases.ts'
import { openDemoHouse } from './demo-house.ts'
import { readCases } from './read-cases.ts'
import { runCase, type RunOfCase } from './run-case.ts'

export type DialogueFigures = {
  cases: number
  passed: number
  failed: number
  /** 0–1: of the steps of all flows, those that some case went through. */
  stepCoverage: number
  /** 0–1: of the ways by which steps are left where there are several. */
  branchCoverage: number
  byKind: Record<string, { cases: number; passed: number }>
}

/** `say` is told of every case that went wrong, and what it was. */
export async function evaluateDialogue(folder: string, say: (line: string) => void): Promise<DialogueFigures> {
  const cases = readCases(folder)
  const house = await openDemoHouse()
  try {
    const runs: RunOfCase[] = []
    for (const each of cases) {
      const run = await runCase(house, each)
      runs.push(run)
      if (run.faults.length > 0) say(describe(run))
    }
    const { flows, stepCoverage, branchCoverage } = coverageOf(
      await house.liveSet(),
      runs.map((run) => run.taken),
    )
    const steps = flows.flatMap(({ flow, missingSteps }) => missingSteps.map((step) => `${flow}.${step}`))
    const ways = flows.flatMap(({ flow, missingBranches }) =>
      missingBranches.map(({ step, at }) => `${flow}.${step}.${at}`),
    )
    say(`Steps that no case went through: ${steps.join(', ') || 'none'}`)
    say(`Branches that no case went through: ${ways.join(', ') || 'none'}`)
    return {
      ...count(runs),
      stepCoverage,
      branchCoverage,
      byKind: byKind(runs),
    }
  } finally {
    await house.close()
  }
}

function count(runs: RunOfCase[]) {
  const passed = runs.filter(({ faults }) => faults.length === 0).length
  return { cases: runs.length, passed, failed: runs.length - passed }
}

const byKind = (runs: RunOfCase[]): DialogueFigures['byKind'] =>
  Object.fromEntries(
    [...Map.groupBy(runs, ({ of }) => `${of.about} ${of.language}`)].map(([kind, ofKind]) => {
      const { cases, passed } = count(ofKind)
      return [kind, { cases, passed }]
    }),
  )

function describe({ of, talk, faults }: RunOfCase): string {
  const lines = talk.map(
    ({ heard, said, flow, understood }) =>
      `   < ${heard} (${understood})\n   > ${said.replaceAll('\n', ' / ').slice(0, 200)} [${flow ?? '-'}]`,
  )
  return `FAILED ${of.file} · ${of.name}\n${lines.join('\n')}\n   ${faults.join('; ')}`
}
