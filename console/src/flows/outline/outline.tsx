import { type Flow, type FlowStep, kindOf } from '@lingxi/contract/flow'
import { ArrowDown, ArrowUp, CircleAlert, CornerDownRight, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { edgesOf, type FlowEdge } from '../edits/flow-edges.ts'
import { moveStep } from '../edits/flow-edits.ts'
import type { Finding } from '../editor/live-findings.ts'
import { useStepWords } from '../editor/use-step-words.ts'
import { wayWord } from '../forms/step-form.tsx'
import { said } from '../said.ts'
import { stepIcons, stepTones } from '../step-kinds.ts'

type OutlineProps = {
  flow: Flow
  /** Steps that are shown; the others do not fit what is searched for. */
  shown: ReadonlySet<string>
  selected: string | null
  findings: readonly Finding[]
  /** Steps that a simulated conversation passed. */
  passed: ReadonlySet<string>
  mayChange: boolean
  onSelect: (id: string | null) => void
  onChange: (flow: Flow) => void
}

/** The steps as a list: the same as the canvas, for readers, keyboards and small screens. */
export function Outline({ flow, shown, selected, findings, passed, mayChange, onSelect, onChange }: OutlineProps) {
  const { t } = useTranslation()
  const ways = Map.groupBy(edgesOf(flow), ({ from }) => from)
  return (
    <nav aria-label={t('flowEditor.outline')} className="flex flex-col">
      <button
        type="button"
        aria-current={selected === null}
        onClick={() => onSelect(null)}
        className={classNames(
          'px-3 py-2 text-start text-sm font-medium hover:bg-hover',
          selected === null && 'bg-accent-soft text-accent-strong',
        )}
      >
        {t('flowForms.aboutFlow')}
      </button>
      <ol>
        {flow.steps.map(
          (step, place) =>
            shown.has(step.id) && (
              <Row
                key={step.id}
                step={step}
                number={place + 1}
                isSelected={selected === step.id}
                isPassed={passed.has(step.id)}
                worst={worstOf(findings, step.id)}
                ways={ways.get(step.id) ?? []}
                onSelect={() => onSelect(step.id)}
                onMove={mayChange ? (by) => onChange(moveStep(flow, step.id, by)) : undefined}
              />
            ),
        )}
      </ol>
    </nav>
  )
}

export function worstOf(findings: readonly Finding[], step: string): Finding['severity'] | null {
  const own = findings.filter((finding) => finding.step === step)
  if (own.length === 0) return null
  return own.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
}

type RowProps = {
  step: FlowStep
  number: number
  isSelected: boolean
  isPassed: boolean
  worst: Finding['severity'] | null
  ways: FlowEdge[]
  onSelect: () => void
  onMove: ((by: 1 | -1) => void) | undefined
}

function Row({ step, number, isSelected, isPassed, worst, ways, onSelect, onMove }: RowProps) {
  const { t } = useTranslation()
  const wordsOf = useStepWords()
  const kind = kindOf(step)!
  const Icon = stepIcons[kind]
  // What only goes on to the step below is seen already.
  const named = ways.filter(({ isNamed }) => isNamed)
  return (
    <li
      className={classNames(
        'group relative flex items-start gap-2 border-t border-line px-3 py-2 hover:bg-hover',
        isSelected && 'bg-accent-soft',
        isPassed && 'border-s-3 border-s-accent',
      )}
    >
      <span
        className={classNames(
          'mt-0.5 grid size-6 shrink-0 place-items-center rounded-md [&_svg]:size-3.5',
          stepTones[kind],
        )}
      >
        <Icon aria-hidden />
      </span>
      <span className="min-w-0 flex-1">
        <button
          type="button"
          data-step={step.id}
          aria-current={isSelected}
          onClick={onSelect}
          className="block w-full text-start after:absolute after:inset-0"
        >
          <span className="flex items-center gap-1.5 text-xs text-ink-faint">
            <span className="tabular-nums">{number}</span>
            {t(`flows.kinds.${kind}.name`)}
            {worst && <WorstMark worst={worst} />}
          </span>
          <span className="line-clamp-2 text-sm">{wordsOf(step)}</span>
        </button>
        {named.map((way) => (
          <span key={way.at} className="flex items-center gap-1 text-xs text-ink-faint">
            <CornerDownRight aria-hidden className="size-3 shrink-0" />
            <span className="truncate">
              <WayText step={step} way={way} /> → {way.to === 'end' ? t('flowForms.end') : way.to}
            </span>
          </span>
        ))}
        {step.note && <span className="mt-0.5 block truncate text-xs text-note-ink italic">{step.note}</span>}
      </span>
      {onMove && (
        <span className="relative z-1 hidden flex-col group-focus-within:flex group-hover:flex">
          <IconButton
            label={t('flowForms.itemUp', { number })}
            className="size-6! [&_svg]:size-3.5!"
            onClick={() => onMove(-1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={t('flowForms.itemDown', { number })}
            className="size-6! [&_svg]:size-3.5!"
            onClick={() => onMove(1)}
          >
            <ArrowDown />
          </IconButton>
        </span>
      )}
    </li>
  )
}

export function WorstMark({ worst }: { worst: Finding['severity'] }) {
  const { t } = useTranslation()
  const label = t(`flows.findings.${worst}`)
  return worst === 'error' ? (
    <CircleAlert aria-label={label} className="size-3.5 text-danger" />
  ) : (
    <TriangleAlert aria-label={label} className="size-3.5 text-note-ink" />
  )
}

/** What a way is called in a few words. */
export function WayText({ step, way: { at } }: { step: FlowStep; way: FlowEdge }) {
  const { t, i18n } = useTranslation()
  const [list, index] = at.split('.')
  if (list === 'branch') return t('flowForms.ways.branch', { number: Number(index) + 1 })
  if (list !== 'quick_replies') return t(`flowForms.ways.${wayWord(step, at)}`)
  const label = 'quick_replies' in step ? step.quick_replies?.[Number(index)]?.label : undefined
  return said(label, i18n.language) || String(Number(index) + 1)
}
