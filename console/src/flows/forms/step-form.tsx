import { type Flow, type FlowStep, kindOf, type StepKind } from '@lingxi/contract/flow'
import { Copy, Trash2 } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { withAt } from '../edits/at-place.ts'
import { waysOut } from '../edits/flow-edges.ts'
import { changeStep, renameStep } from '../edits/flow-edits.ts'
import type { Finding } from '../editor/live-findings.ts'
import { FindingList } from '../editor/finding-list.tsx'
import { said } from '../said.ts'
import { stepIcons, stepTones } from '../step-kinds.ts'
import { BranchBody, CallBody, DecideBody, LinkBody, SetSlotsBody } from './deciding-bodies.tsx'
import { ActionBody, HandOverBody, TicketBody, WaitBody } from './doing-bodies.tsx'
import type { BodyProps, SetField } from './step-body.ts'
import { AskBody, CollectBody, ConfirmBody, SayBody } from './talking-bodies.tsx'
import { TargetField } from './target-field.tsx'

const bodies: { [Kind in StepKind]: ComponentType<BodyProps<Kind>> } = {
  say: SayBody,
  ask: AskBody,
  collect: CollectBody,
  confirm: ConfirmBody,
  branch: BranchBody,
  decide: DecideBody,
  action: ActionBody,
  set_slots: SetSlotsBody,
  call: CallBody,
  link: LinkBody,
  wait: WaitBody,
  hand_over: HandOverBody,
  open_ticket: TicketBody,
}

type StepFormProps = {
  flow: Flow
  step: FlowStep
  findings: Finding[]
  onChange: (flow: Flow, about: string | null) => void
  onRenamed: (id: string) => void
  onCopy: () => void
  onRemove: () => void
}

/** All there is to say of one step. */
export function StepForm({ flow, step, findings, onChange, onRenamed, onCopy, onRemove }: StepFormProps) {
  const { t } = useTranslation()
  const kind = kindOf(step)!
  const Icon = stepIcons[kind]
  const Body = bodies[kind] as ComponentType<{ step: FlowStep; set: SetField }>
  const set: SetField = (at, value) =>
    onChange(
      changeStep(flow, step.id, (before) => withAt(before, at, value)),
      `${step.id} ${at}`,
    )
  const rename = (to: string) => {
    onChange(renameStep(flow, step.id, to), null)
    onRenamed(to)
  }
  return (
    <div className="flex flex-col gap-4">
      <header className="flex items-center gap-2.5">
        <span
          className={classNames('grid size-8 shrink-0 place-items-center rounded-lg [&_svg]:size-4.5', stepTones[kind])}
        >
          <Icon />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{t(`flows.kinds.${kind}.name`)}</span>
          <span className="block text-xs text-ink-faint">{t(`flows.kinds.${kind}.about`)}</span>
        </span>
        <IconButton label={t('flowEditor.copyStep')} onClick={onCopy}>
          <Copy />
        </IconButton>
        <IconButton label={t('flowEditor.removeStep')} disabled={flow.steps.length < 2} onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </header>
      <FindingList findings={findings} />
      <Body step={step} set={set} />
      <Ways flow={flow} step={step} set={set} />
      <StepName key={step.id} flow={flow} id={step.id} onRename={rename} />
      <Field label={t('flowForms.note')} hint={t('flowForms.noteHint')}>
        {(names) => (
          <TextArea
            {...names}
            rows={1}
            maxLength={1000}
            className="field-sizing-content resize-none py-1.5!"
            value={step.note ?? ''}
            onChange={({ target }) => set('note', target.value || undefined)}
          />
        )}
      </Field>
    </div>
  )
}

/** Every way out of the step, with where it leads. */
function Ways({ flow, step, set }: { flow: Flow; step: FlowStep; set: SetField }) {
  const { t, i18n } = useTranslation()
  const ways = waysOut(step)
  if (ways.length === 0) return <p className="text-sm text-ink-faint">{t('flowForms.leavesFlow')}</p>
  const labelOf = (at: string) => {
    const [list, index] = at.split('.')
    if (list === 'branch') return t('flowForms.ways.branch', { number: Number(index) + 1 })
    if (list !== 'quick_replies') return t(`flowForms.ways.${wayWord(step, at)}`)
    const replies = 'quick_replies' in step ? (step.quick_replies ?? []) : []
    const label = said(replies[Number(index)]?.label, i18n.language)
    return t('flowForms.ways.reply', { label: label || Number(index) + 1 })
  }
  const unnamed: Partial<Record<string, string>> = {
    no: t('flowForms.noEnds'),
    refused: t('flowForms.refusedUnnamed'),
    failed: t('flowForms.failedUnnamed'),
    otherwise: t('flowForms.otherwiseUnnamed'),
  }
  return (
    <section
      aria-label={t('flowForms.ways.title')}
      className="flex flex-col gap-2.5 rounded-xl border border-line bg-sunken p-3"
    >
      <h3 className="text-sm font-semibold">{t('flowForms.ways.title')}</h3>
      {ways.map((at) => (
        <TargetField
          key={at}
          label={labelOf(at)}
          flow={flow}
          from={step.id}
          value={valueAt(step, at)}
          {...(unnamed[at] && { unnamed: unnamed[at] })}
          {...(isReply(at) && { unnamed: t('flowForms.replyUnnamed') })}
          onChange={(target) => set(at, requiresTarget(at) ? (target ?? 'end') : target)}
        />
      ))}
    </section>
  )
}

type PlainWay = 'next' | 'yes' | 'no' | 'done' | 'refused' | 'failed' | 'otherwise' | 'happened' | 'else' | 'noReply'
/** The same key is called otherwise by what the step does. */
export function wayWord(step: FlowStep, at: string): PlainWay {
  if (at !== 'next') return at as PlainWay
  if ('collect' in step) return 'next'
  if ('confirm' in step) return 'yes'
  if ('action' in step) return 'done'
  if ('wait' in step) return 'happened'
  return 'ask' in step ? 'noReply' : 'next'
}

const isReply = (at: string) => at.startsWith('quick_replies.')
const requiresTarget = (at: string) => at.startsWith('branch.')
function valueAt(step: FlowStep, at: string): string | undefined {
  let inside: unknown = step
  for (const key of at.split('.')) inside = (inside as Record<string, unknown> | undefined)?.[key]
  return inside as string | undefined
}

const isName = (text: string) => /^[a-z][a-z0-9_]{0,59}$/.test(text)

function StepName({ flow, id, onRename }: { flow: Flow; id: string; onRename: (to: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(id)
  const isTaken = name !== id && (name === 'end' || flow.steps.some((step) => step.id === name))
  const error = !isName(name) ? t('flowForms.noName') : isTaken ? t('flowForms.nameTaken') : undefined
  const leave = () => (error ? setName(id) : name !== id && onRename(name))
  return (
    <Field label={t('flowForms.id')} hint={t('flowForms.idHint')} error={error}>
      {(names) => (
        <TextInput
          {...names}
          className="font-mono text-sm"
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
          onBlur={leave}
          onKeyDown={({ key }) => key === 'Enter' && leave()}
        />
      )}
    </Field>
  )
}
