import type { Attachment, Citation, QuickReply } from '@lingxi/contract/message'
import type { MessageEntry } from '../timeline.ts'
import { sayMoment } from '../times.ts'
import { Bubble } from './bubble.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { useScope } from './scope.ts'

type MessageRowProps = {
  entry: MessageEntry
  isFirst: boolean
  isLast: boolean
  openCitation: (citation: Citation) => void
}

export function MessageRow({ entry, isFirst, isLast, openCitation }: MessageRowProps) {
  const { language } = useScope()
  const { citations, quickReplies, attachments = [], speaker, text, at } = entry
  const beneath = (
    <>
      {citations.length > 0 && <Sources citations={citations} open={openCitation} />}
      {isLast && quickReplies.length > 0 && <QuickReplies replies={quickReplies} />}
    </>
  )
  return (
    <Bubble speaker={speaker} isFirst={isFirst} title={sayMoment(at, language)} beneath={beneath}>
      <MarkdownView source={text} />
      {attachments.length > 0 && <Attachments attachments={attachments} />}
    </Bubble>
  )
}

/** Shown by the customer's own browser, which tells nobody from where. */
function Attachments({ attachments }: { attachments: Attachment[] }) {
  return (
    <ul class="attachments">
      {attachments.map(({ kind, url, title }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {kind === 'picture' ? <img src={url} alt={title} loading="lazy" referrerpolicy="no-referrer" /> : title}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Sources({ citations, open }: { citations: Citation[]; open: (citation: Citation) => void }) {
  const { words } = useScope()
  return (
    <ul class="sources" aria-label={words.sources}>
      {citations.map((citation, index) => (
        <li key={index}>
          <button
            type="button"
            class="source"
            aria-label={words.openSource(index + 1, citation.title)}
            onClick={() => open(citation)}
          >
            <span class="number">{index + 1}</span>
            <span class="name">{citation.title}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function QuickReplies({ replies }: { replies: QuickReply[] }) {
  const { chat, words } = useScope()
  return (
    <ul class="replies" aria-label={words.quickReplies}>
      {replies.map(({ label, text }) => (
        <li key={label}>
          <button type="button" class="reply" onClick={() => chat.say(text)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
