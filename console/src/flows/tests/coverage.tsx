import type { FlowCoverage } from '@lingxi/contract/dialogue-case-runs'
import type { FlowSet } from '@lingxi/contract/flow'
import { Link } from '@tanstack/react-router'
import { Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft } from '../../api/flow-queries.ts'
import { useTestCoverage } from '../../api/flow-test-queries.ts'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { WayText } from '../outline/outline.tsx'
import { said } from '../said.ts'

/** Which steps and branches of the draft no test went through, flow by flow; the least covered first. */
export function Coverage() {
  const { t, i18n } = useTranslation()
  const { data: flows, error, refetch } = useTestCoverage()
  const set = useFlowDraft().data?.set
  if (!flows)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-14" />
  if (flows.length === 0) return <Empty icon={<Workflow />} title={t('flowTests.coverage.noFlows')} />
  const byNeed = flows.toSorted((one, other) => shareOf(one) - shareOf(other))
  return (
    <div className="mt-3 flex flex-col gap-4">
      <p className="text-sm text-ink-soft">{t('flowTests.coverage.lead')}</p>
      <section className="rounded-2xl border border-line bg-surface px-5 py-3.5">
        <h2 className="font-semibold">{t('flowTests.coverage.whole')}</h2>
        <Shares of={sumOf(flows)} />
      </section>
      <ul className="overflow-hidden rounded-2xl border border-line bg-surface">
        {byNeed.map((flow) => (
          <li key={flow.flow} className="border-t border-line px-5 py-3 first:border-t-0">
            <h3 className="font-medium">{said(set?.flows[flow.flow]?.name, i18n.language) || flow.flow}</h3>
            <Shares of={flow} />
            <Missing of={flow} set={set} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type Counts = Pick<FlowCoverage, 'steps' | 'stepsTaken' | 'branches' | 'branchesTaken'>

const shareOf = ({ steps, stepsTaken, branches, branchesTaken }: Counts) =>
  (stepsTaken + branchesTaken) / Math.max(1, steps + branches)
const sumOf = (flows: readonly FlowCoverage[]): Counts =>
  flows.reduce<Counts>(
    (sum, flow) => ({
      steps: sum.steps + flow.steps,
      stepsTaken: sum.stepsTaken + flow.stepsTaken,
      branches: sum.branches + flow.branches,
      branchesTaken: sum.branchesTaken + flow.branchesTaken,
    }),
    { steps: 0, stepsTaken: 0, branches: 0, branchesTaken: 0 },
  )

function Shares({ of: { steps, stepsTaken, branches, branchesTaken } }: { of: Counts }) {
  return (
    <div className="mt-1 grid gap-x-8 gap-y-1 sm:grid-cols-2">
      <Share label="steps" taken={stepsTaken} all={steps} />
      {branches > 0 && <Share label="branches" taken={branchesTaken} all={branches} />}
    </div>
  )
}

function Share({ label, taken, all }: { label: 'steps' | 'branches'; taken: number; all: number }) {
  const { t } = useTranslation()
  return (
    <div className="grid grid-cols-[minmax(9rem,auto)_1fr] items-center gap-3">
      <span className="text-sm text-ink-soft">
        {t(`flowTests.coverage.${label}`)} {t('flowTests.coverage.taken', { taken, all })}
      </span>
      <ShareBar share={all === 0 ? 1 : taken / all} />
    </div>
  )
}

/** Each leads to its step in the editor. */
function Missing({ of, set }: { of: FlowCoverage; set: FlowSet | undefined }) {
  const { t } = useTranslation()
  const { flow, missingSteps, missingBranches } = of
  if (missingSteps.length + missingBranches.length === 0)
    return <p className="mt-1 text-sm text-ink-faint">{t('flowTests.coverage.everything')}</p>
  const stepOf = (id: string) => set?.flows[flow]?.steps.find((step) => step.id === id)
  return (
    <details className="mt-1.5 text-sm">
      <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
        {[
          ...(missingSteps.length > 0 ? [`${t('flowTests.coverage.missingSteps')} ${missingSteps.length}`] : []),
          ...(missingBranches.length > 0
            ? [`${t('flowTests.coverage.missingBranches')} ${missingBranches.length}`]
            : []),
        ].join(' · ')}
      </summary>
      {missingSteps.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-1.5">
          <span className="text-ink-faint">{t('flowTests.coverage.missingSteps')}</span>
          {missingSteps.map((step) => (
            <ToStep key={step} flow={flow} step={step} />
          ))}
        </p>
      )}
      {missingBranches.length > 0 && (
        <ul
          className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1"
          aria-label={t('flowTests.coverage.missingBranches')}
        >
          <li className="text-ink-faint" aria-hidden>
            {t('flowTests.coverage.missingBranches')}
          </li>
          {missingBranches.map(({ step: id, at }) => {
            const step = stepOf(id)
            return (
              <li key={`${id} ${at}`} className="flex flex-wrap items-center gap-1.5">
                <ToStep flow={flow} step={id} />
                <span>
                  {at.startsWith('rows.')
                    ? t('flowTests.coverage.row', { number: Number(at.slice(5)) + 1 })
                    : step && <WayText step={step} way={{ from: id, at, to: '', isNamed: true }} />}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </details>
  )
}

function ToStep({ flow, step }: { flow: string; step: string }) {
  return (
    <Link
      to="/flows/edit/$kind/$name"
      params={{ kind: 'flow', name: flow }}
      search={{ step }}
      className="rounded border border-line px-1.5 font-mono text-xs hover:bg-hover"
    >
      {step}
    </Link>
  )
}
