import type { SystemEntry } from '../timeline.ts'
import { sayTime } from '../times.ts'
import { useScope } from './scope.ts'

export function SystemRow({ entry }: { entry: SystemEntry }) {
  const { words } = useScope()
  const says = () => {
    switch (entry.type) {
      case 'waiting':
        return words.waiting
      case 'joined':
        return words.joined(entry.name)
      case 'left':
        return words.left(entry.name)
      case 'resolved':
        return words.resolved
    }
  }
  return (
    <p class={`system ${entry.type}`}>
      <span>{says()}</span>
    </p>
  )
}

export function TimeRow({ at }: { at: string }) {
  const { language, words } = useScope()
  return (
    <p class="time">
      <time dateTime={at}>{sayTime(at, language, { words })}</time>
    </p>
  )
}
