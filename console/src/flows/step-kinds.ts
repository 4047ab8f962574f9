/** The kinds of steps as people choose them: an icon, and what a new one holds. */
import type { FlowStep, StepKind } from '@lingxi/contract/flow'
import {
  BadgeCheck,
  Clock,
  CornerDownRight,
  GitBranch,
  Headset,
  type LucideIcon,
  MessageCircleQuestion,
  MessageSquareText,
  PencilLine,
  SquareArrowOutUpRight,
  TableProperties,
  TextCursorInput,
  Ticket,
  Zap,
} from 'lucide-react'

export const stepIcons: Record<StepKind, LucideIcon> = {
  say: MessageSquareText,
  ask: MessageCircleQuestion,
  collect: TextCursorInput,
  confirm: BadgeCheck,
  branch: GitBranch,
  decide: TableProperties,
  action: Zap,
  set_slots: PencilLine,
  call: CornerDownRight,
  link: SquareArrowOutUpRight,
  wait: Clock,
  hand_over: Headset,
  open_ticket: Ticket,
}
/** In the order of the palette: what is said and asked, what is decided, what is done. */
export const stepKindOrder = Object.keys(stepIcons) as StepKind[]

/** Colours by what a step is about; never the only sign. */
export const stepTones: Record<StepKind, string> = {
  say: 'bg-accent-soft text-accent-strong',
  ask: 'bg-accent-soft text-accent-strong',
  collect: 'bg-accent-soft text-accent-strong',
  confirm: 'bg-accent-soft text-accent-strong',
  branch: 'bg-note text-note-ink',
  decide: 'bg-note text-note-ink',
  action: 'bg-info-soft text-info-ink',
  set_slots: 'bg-note text-note-ink',
  call: 'bg-hover text-ink-soft',
  link: 'bg-hover text-ink-soft',
  wait: 'bg-hover text-ink-soft',
  hand_over: 'bg-danger-soft text-danger',
  open_ticket: 'bg-info-soft text-info-ink',
}

/** What may be named: the first of each is taken for a new step. */
type Known = { slots: string[]; flows: string[]; tables: string[]; actions: string[] }
type Texts = Record<'say' | 'ask' | 'yes' | 'no' | 'confirm' | 'ticket', string>

/** A new step of a kind; its texts are there to be written over. */
export function newStep(kind: StepKind, id: string, about: { known: Known; texts: Texts; language: string }): FlowStep {
  const { known, texts, language } = about
  const text = (of: keyof Texts) => ({ [language]: texts[of] })
  const contents: Record<StepKind, object> = {
    say: { say: text('say') },
    ask: { ask: text('ask'), quick_replies: [{ label: text('yes') }, { label: text('no') }] },
    collect: { collect: known.slots[0] ?? 'slot' },
    confirm: { confirm: text('confirm') },
    branch: { branch: [{ if: 'true', then: 'end' }] },
    decide: { decide: known.tables[0] ?? 'table' },
    action: { action: known.actions[0] ?? 'action' },
    set_slots: { set_slots: { [known.slots[0] ?? 'slot']: null } },
    call: { call: known.flows[0] ?? 'flow' },
    link: { link: known.flows[0] ?? 'flow' },
    wait: { wait: { within: 'PT1H' } },
    hand_over: { hand_over: { reason: 'asked' } },
    open_ticket: { open_ticket: { subject: text('ticket'), text: text('ticket') } },
  }
  return { id, ...contents[kind] } as FlowStep
}
