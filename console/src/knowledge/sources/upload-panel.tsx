import type { Source } from '@lingxi/contract/source'
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUploadFile } from '../../api/source-queries.ts'
import { problemDetail, problemTitle } from '../../i18n/problem-text.ts'
import { DropArea } from '../drop-area.tsx'

type Sent = { key: string; name: string; state: 'sending' | 'sent' | 'failed'; error?: unknown }
const readable = '.pdf,.docx,.xlsx,.pptx,.csv,.html,.htm,.md,.markdown,.txt,.zip'

/** Files go one after the other; one that is refused does not stop the next. */
export function UploadPanel({ source }: { source: Source }) {
  const { t } = useTranslation()
  const [sent, setSent] = useState<Sent[]>([])
  const { mutateAsync } = useUploadFile(source.id)
  const put = (next: Sent) => setSent((before) => [next, ...before.filter(({ key }) => key !== next.key)])

  async function send(files: File[]) {
    for (const [place, file] of files.entries()) {
      const entry = { key: `${Date.now()}.${place}`, name: file.name }
      put({ ...entry, state: 'sending' })
      try {
        await mutateAsync(file)
        put({ ...entry, state: 'sent' })
      } catch (error) {
        put({ ...entry, state: 'failed', error })
      }
    }
  }

  const about = ({ state, error }: Sent) => {
    if (state !== 'failed') return t(`sources.upload.${state}`)
    return [problemTitle(t, error), problemDetail(error)].filter(Boolean).join(' · ')
  }
  return (
    <div>
      <DropArea onFiles={(files) => void send(files)} again={source.items > 0} accept={readable} compact />
      <ul aria-live="polite" className="mt-3 flex flex-col gap-1.5 empty:hidden">
        {sent.map((each) => (
          <li key={each.key} className="flex items-center gap-2 text-sm">
            <StateIcon state={each.state} />
            <span className="font-medium break-all">{each.name}</span>
            <span className="text-ink-soft">{about(each)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function StateIcon({ state }: { state: Sent['state'] }) {
  const look = 'size-4 shrink-0'
  if (state === 'sending') return <LoaderCircle className={`${look} animate-spin text-accent`} />
  if (state === 'failed') return <CircleAlert className={`${look} text-danger`} />
  return <CircleCheck className={`${look} text-accent`} />
}
