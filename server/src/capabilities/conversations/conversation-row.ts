/** A conversation's state as a row of its table, and back. */
import type { ModelUse } from '@lingxi/contract/assist'
import type { Owner } from '@lingxi/contract/conversation'
import type { ActionRequest, DialogueProgress } from '@lingxi/contract/dialogue'
import type { GuideProgress } from '@lingxi/contract/guide'
import type { Language } from '@lingxi/contract/message'
import type { ConversationState } from './conversation-state.ts'

export type ConversationRow = {
  tenant_id: string
  id: string
  customer_id: string
  customer_name: string
  channel: string
  language: string
  status: string
  owner_kind: string
  owner_id: string | null
  owner_name: string | null
  turn: number
  seq: number
  heard_seq: number
  settled_seq: number
  unknowns_in_row: number
  soothed: boolean
  moods: number[]
  guide: GuideProgress | null
  dialogue: DialogueProgress | null
  pending: ActionRequest[]
  model_use: ModelUse
  preview: string
  hand_off_reason: string | null
  waiting_since: string | null
  opened_at: string
  updated_at: string
  resolved_at: string | null
  rating_solved: boolean | null
  rating_stars: number | null
}

export function toRow(tenantId: string, state: ConversationState): ConversationRow {
  const { owner, rating } = state
  return {
    tenant_id: tenantId,
    id: state.id,
    customer_id: state.customerId,
    customer_name: state.customerName,
    channel: state.channel,
    language: state.language,
    status: state.status,
    owner_kind: owner.kind,
    owner_id: owner.kind === 'staff' ? owner.staffId : null,
    owner_name: owner.kind === 'staff' ? owner.name : null,
    turn: state.turn,
    seq: state.seq,
    heard_seq: state.heardSeq,
    settled_seq: state.settledSeq,
    unknowns_in_row: state.unknownsInRow,
    soothed: state.soothed,
    moods: state.moods,
    guide: state.guide,
    dialogue: state.dialogue,
    pending: state.pending,
    model_use: state.modelUse,
    preview: state.preview,
    hand_off_reason: state.handOffReason,
    waiting_since: state.waitingSince,
    opened_at: state.openedAt,
    updated_at: state.updatedAt,
    resolved_at: state.resolvedAt,
    rating_solved: rating?.solved ?? null,
    rating_stars: rating?.stars ?? null,
  }
}

export function fromRow(row: ConversationRow): ConversationState {
  return {
    id: row.id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    channel: row.channel,
    language: row.language as Language,
    status: row.status as ConversationState['status'],
    owner: ownerOf(row),
    turn: row.turn,
    seq: row.seq,
    heardSeq: row.heard_seq,
    settledSeq: row.settled_seq,
    unknownsInRow: row.unknowns_in_row,
    soothed: row.soothed,
    moods: row.moods,
    guide: row.guide,
    dialogue: row.dialogue,
    pending: row.pending,
    modelUse: row.model_use,
    preview: row.preview,
    handOffReason: row.hand_off_reason,
    waitingSince: row.waiting_since,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    resolvedAt: row.resolved_at,
    rating: row.rating_solved === null ? null : { solved: row.rating_solved, stars: row.rating_stars },
  }
}

function ownerOf(row: ConversationRow): Owner {
  if (row.owner_kind === 'staff') return { kind: 'staff', staffId: row.owner_id ?? '', name: row.owner_name ?? '' }
  return { kind: row.owner_kind === 'queue' ? 'queue' : 'bot' }
}
