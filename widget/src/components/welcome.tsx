import type { WebSession } from '@lingxi/contract/web-channel'
import { Bubble } from './bubble.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { useScope } from './scope.ts'

/** The greeting, with what others ask as long as nothing has been said. */
export function Welcome({ session, isAlone }: { session: WebSession; isAlone: boolean }) {
  const { chat, words } = useScope()
  return (
    <div class="welcome">
      <Bubble speaker={{ kind: 'bot', name: session.botName }} isFirst>
        <MarkdownView source={session.greeting} />
      </Bubble>
      {isAlone && session.suggestions.length > 0 && (
        <div class="suggestions">
          <p id="lingxi-suggestions">{words.suggestions}</p>
          <ul aria-labelledby="lingxi-suggestions">
            {session.suggestions.map((text) => (
              <li key={text}>
                <button type="button" onClick={() => chat.say(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
