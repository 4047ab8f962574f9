/** How the value of a slot is called, where it is shown: a choice by its label, a time as people write it. */
import type { FlowSet } from '@lingxi/contract/flow'
import { type LabelOf, inLanguage } from './templates.ts'

export function labelsOf({ slots }: FlowSet): LabelOf {
  return (name, value, language) => {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined
    if (!slot) return undefined
    if (slot.type === 'time' && typeof value === 'string') return timeInWords(value)
    const choice = slot.choices?.find((each) => each.value === value)
    return choice && inLanguage(choice.label, language)
  }
}

/** 2026-11-28, or 2026-11-28 14:30 where there is a time of day in it. The zone is the one it was said in. */
function timeInWords(time: string): string {
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(time) ?? []
  if (!date) return time
  return clock === '00:00' ? date : `${date} ${clock}`
}
