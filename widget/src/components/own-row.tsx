import type { Row } from '../timeline.ts'
import { sayMoment } from '../times.ts'
import { PlainText } from './plain-text.tsx'
import { useScope } from './scope.ts'

export function OwnRow({ row }: { row: Extract<Row, { kind: 'own' }> }) {
  const { chat, language, words } = useScope()
  const { fate, id, text, at } = row
  const troubles = { offline: words.failedOffline, refused: words.failedRefused, 'too-fast': words.failedTooFast }
  return (
    <div class={`row own ${fate}`}>
      <div class="column">
        <div class="bubble" title={sayMoment(at, language)}>
          <span class="hidden">{words.you}: </span>
          <PlainText text={text} />
        </div>
        {fate === 'sending' && <div class="fate sending">{words.sending}</div>}
        {fate !== 'sending' && fate !== 'accepted' && (
          <div class="fate failed" role="alert">
            {troubles[fate]}
            <button type="button" onClick={() => chat.retry(id)}>
              {words.retry}
            </button>
          </div>
        )}
      </div>
    </div>
  )
}
