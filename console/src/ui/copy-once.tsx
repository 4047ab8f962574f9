import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** A secret that is shown this once, to be copied. */
export function CopyOnce({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  // Without a secure context there is no clipboard: the text is selectable all the same.
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <div className="flex items-center gap-2 rounded-xl border border-accent-line bg-accent-soft p-2 ps-4">
      <code aria-label={label} className="min-w-0 flex-1 font-mono text-base break-all select-all">
        {text}
      </code>
      <Button look="primary" size="small" onClick={copy}>
        {copied ? <Check /> : <Copy />}
        <span aria-live="polite">{t(copied ? 'app.actions.copied' : 'app.actions.copy')}</span>
      </Button>
    </div>
  )
}
