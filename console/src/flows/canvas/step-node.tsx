import { type FlowStep, kindOf } from '@lingxi/contract/flow'
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { MessageSquareDashed } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { waysOut } from '../edits/flow-edges.ts'
import type { Finding } from '../editor/live-findings.ts'
import { useStepWords } from '../editor/use-step-words.ts'
import { WayText, WorstMark } from '../outline/outline.tsx'
import { stepIcons, stepTones } from '../step-kinds.ts'
import { sizeOf } from './layout.ts'

export type StepNodeType = Node<
  {
    step: FlowStep
    number: number
    worst: Finding['severity'] | null
    isPassed: boolean
    isFaint: boolean
    isChosen: boolean
  },
  'step'
>
export type EndNodeType = Node<Record<string, never>, 'end'>

const handle = 'size-2.5! border-2! border-surface! bg-ink-faint!'

/** One step on the canvas: its kind, its words, and a place for each way out. */
export const StepNode = memo(function StepNode({ data, selected, isConnectable }: NodeProps<StepNodeType>) {
  const { t } = useTranslation()
  const wordsOf = useStepWords()
  const { step, number, worst, isPassed, isFaint, isChosen } = data
  const kind = kindOf(step)!
  const Icon = stepIcons[kind]
  const ways = waysOut(step)
  return (
    <div
      style={sizeOf(step)}
      className={classNames(
        'flex flex-col rounded-xl border text-start shadow-[0_1px_3px_rgb(0_0_0/0.08)]',
        isPassed ? 'bg-accent-soft' : 'bg-surface',
        worst === 'error' ? 'border-danger' : isPassed || isChosen ? 'border-accent' : 'border-line-strong',
        (selected || isChosen) && 'ring-3 ring-accent/25',
        isFaint && 'opacity-35',
      )}
    >
      <Handle type="target" position={Position.Top} isConnectable={isConnectable} className={handle} />
      <p className="flex items-center gap-1.5 px-2.5 pt-2 text-xs text-ink-faint">
        <span className={classNames('grid size-5.5 place-items-center rounded-md [&_svg]:size-3.5', stepTones[kind])}>
          <Icon aria-hidden />
        </span>
        <span className="tabular-nums">{number}</span>
        <span className="flex-1 truncate">{t(`flows.kinds.${kind}.name`)}</span>
        {step.note && <MessageSquareDashed aria-label={step.note} className="size-3.5 text-note-ink" />}
        {worst && <WorstMark worst={worst} />}
      </p>
      <p className="min-h-0 flex-1 px-2.5 pt-1 text-sm leading-5">
        <span className="line-clamp-2 whitespace-pre-line">{wordsOf(step)}</span>
      </p>
      {ways.length > 1 && (
        <p className="flex border-t border-line text-[0.6875rem] leading-6 text-ink-soft">
          {ways.map((at) => (
            <span key={at} className="min-w-0 flex-1 truncate px-1 text-center">
              <WayText step={step} way={{ from: step.id, at, to: '', isNamed: true }} />
            </span>
          ))}
        </p>
      )}
      {ways.map((at, place) => (
        <Handle
          key={at}
          id={at}
          type="source"
          position={Position.Bottom}
          isConnectable={isConnectable}
          style={{ left: `${((place + 0.5) / ways.length) * 100}%` }}
          className={handle}
        />
      ))}
    </div>
  )
})

export function EndNode() {
  const { t } = useTranslation()
  return (
    <div className="grid h-7 w-16 place-items-center rounded-full border border-line bg-hover text-xs text-ink-faint">
      <Handle type="target" position={Position.Top} isConnectable={false} className="opacity-0!" />
      {t('flowForms.end')}
    </div>
  )
}
