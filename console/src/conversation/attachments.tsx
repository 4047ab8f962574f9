import type { Attachment } from '@lingxi/contract/message'
import { Paperclip } from 'lucide-react'

/** Pictures and files that went out with a message. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  return (
    <ul className="mt-2 flex flex-col gap-2">
      {attachments.map(({ kind, url, title }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer" className="inline-flex items-center gap-1.5 text-sm">
            {kind === 'picture' ? (
              <img
                src={url}
                alt={title}
                loading="lazy"
                referrerPolicy="no-referrer"
                className="block max-h-60 max-w-full rounded-lg"
              />
            ) : (
              <>
                <Paperclip className="size-3.5" />
                {title}
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
