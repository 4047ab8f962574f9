/** What a reply says for one slot, or nothing. Reads what people write: 三百五, 350元, "about 350", 是的, not yet. */
import type { Slot } from '@lingxi/contract/guide'
import type { Language } from '@lingxi/contract/message'
import { amountIn } from '#platform/quantities'
import { readChoice, readYesNo } from '#platform/replies'

export type SlotValue = string | number

/** `only`: the whole text is a reply to this slot, so a bare number or a bare yes counts. */
export function readSlot(
  slot: Slot,
  text: string,
  { language, only }: { language: Language; only: boolean },
): SlotValue | undefined {
  if (slot.type === 'number') return amountIn(text, { unit: slot.unit, only })
  if (slot.type === 'yes-no') return only ? readYesNo(text, language) : undefined
  return readChoice(
    slot.choices.map(({ value, words }) => ({ value, words: [value, ...words] })),
    text,
  )
}
