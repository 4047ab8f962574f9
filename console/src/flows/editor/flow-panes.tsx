import { type Flow, kindOf } from '@lingxi/contract/flow'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { FlowForm } from '../forms/flow-form.tsx'
import { StepForm } from '../forms/step-form.tsx'
import { Outline } from '../outline/outline.tsx'
import type { Finding } from './live-findings.ts'
import { ReadOnly } from './part-form.tsx'
import type { PartEditor } from './use-part-editor.ts'
import type { StepEdits } from './use-step-edits.ts'

/** The canvas and what draws it come when they are needed. */
const Canvas = lazy(() => import('../canvas/canvas.tsx').then((module) => ({ default: module.Canvas })))
/** From here on, in pixels, there is room for the outline beside the canvas. */
const roomForOutline = 1200

type FlowPanesProps = {
  flow: Flow
  editor: PartEditor<Flow>
  edits: StepEdits
  findings: Finding[]
  shown: ReadonlySet<string>
  passed: ReadonlySet<string>
  mayChange: boolean
  isWide: boolean
  /** On a small screen: the form is over the outline. */
  isOpen: boolean
  isTrying: boolean
  simulator: ReactNode
  onSelect: (step: string | null) => void
  onOpen: (isOpen: boolean) => void
  onTry: (isTrying: boolean) => void
}

/** The outline, the canvas and the form of the chosen step side by side; on a small screen the outline, with the form over it. */
export function FlowPanes(props: FlowPanesProps) {
  const { flow, editor, edits, findings, passed, shown, mayChange, isWide, isOpen, isTrying, onSelect } = props
  const hasOutline = useWide(roomForOutline) || !isWide
  return (
    <>
      <div className="flex min-h-0 flex-1">
        {hasOutline && (
          <div className="min-h-0 w-full shrink-0 overflow-y-auto border-e border-line bg-surface min-[900px]:w-60">
            <Outline
              {...{ flow, shown, findings, passed, mayChange, onSelect }}
              selected={isWide || isOpen ? edits.selected : ''}
              onChange={(next) => editor.change(next)}
            />
          </div>
        )}
        {isWide && <Wide {...props} />}
      </div>
      {!isWide && <Narrow {...props} isFormOpen={isOpen && !isTrying} />}
    </>
  )
}

function Wide(props: FlowPanesProps) {
  const { t } = useTranslation()
  const aside = useRef<HTMLElement>(null)
  const { flow, editor, edits, findings, passed, shown, mayChange, isTrying, simulator } = props
  const toForm = () =>
    requestAnimationFrame(() => aside.current?.querySelector<HTMLElement>('input, textarea')?.focus())
  return (
    <>
      <div className="min-h-0 min-w-0 flex-1">
        <Suspense fallback={<Loading />}>
          <Canvas
            {...{ flow, edits, findings, passed, shown, mayChange }}
            onChange={(next) => editor.change(next)}
            onOpen={toForm}
          />
        </Suspense>
      </div>
      <aside
        ref={aside}
        aria-label={t(isTrying ? 'flowSimulator.heading' : 'flowEditor.form')}
        className="min-h-0 w-92 shrink-0 overflow-y-auto border-s border-line bg-surface p-4"
      >
        {isTrying ? simulator : <Form {...props} />}
      </aside>
    </>
  )
}

function Narrow({ isFormOpen, ...props }: FlowPanesProps & { isFormOpen: boolean }) {
  const { t } = useTranslation()
  const { flow, edits, isTrying, simulator, onOpen, onTry } = props
  const step = flow.steps.find(({ id }) => id === edits.selected)
  const title = step ? t(`flows.kinds.${kindOf(step)!}.name`) : t('flowForms.aboutFlow')
  return (
    <>
      <Dialog open={isTrying} place="side" title={t('flowSimulator.heading')} onClose={() => onTry(false)}>
        {simulator}
      </Dialog>
      <Dialog open={isFormOpen} place="side" title={title} onClose={() => onOpen(false)}>
        <Form {...props} />
      </Dialog>
    </>
  )
}

/** Of the chosen step, or of the flow. */
function Form({ flow, editor, edits, findings, mayChange, onOpen }: FlowPanesProps) {
  const { t } = useTranslation()
  const step = flow.steps.find(({ id }) => id === edits.selected)
  const own = findings.filter((finding) => finding.step === (step?.id ?? null))
  return (
    <fieldset disabled={!mayChange} className="min-w-0">
      {!mayChange && <ReadOnly text={t('app.states.readOnly', { role: t('app.roles.supervisor') })} />}
      {step ? (
        <StepForm
          flow={flow}
          step={step}
          findings={own}
          onChange={editor.change}
          onRenamed={edits.select}
          onCopy={edits.duplicate}
          onRemove={() => {
            edits.remove()
            onOpen(false)
          }}
        />
      ) : (
        <FlowForm flow={flow} findings={own} onChange={editor.change} />
      )}
    </fieldset>
  )
}
