import { Play } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'

export type Input = Record<string, never>
type TryBoxProps = {
  /** What the box holds at first. */
  initial?: string
  error: unknown
  isPending: boolean
  onSend: (input: Input) => void
  children: ReactNode
}

/** An input is written, sent, and what came of it is shown below. */
export function TryBox({ initial = '{}', error, isPending, onSend, children }: TryBoxProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(initial)
  const input = parse(text)
  return (
    <>
      <Field label={t('actions.trying.input')} error={input ? undefined : t('actions.form.notJson')}>
        {(names) => (
          <TextArea
            {...names}
            rows={3}
            spellCheck={false}
            className="font-mono text-xs"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button className="self-start" disabled={isPending || !input} onClick={() => input && onSend(input)}>
        <Play />
        {t('actions.trying.send')}
      </Button>
      <Refused error={error} />
      {children}
    </>
  )
}

function parse(text: string): Input | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Input) : undefined
  } catch {
    return undefined
  }
}

const tones = { done: 'accent', refused: 'warm', failed: 'danger' } as const
type OutcomeProps = {
  tried: { outcome: keyof typeof tones; output: unknown; milliseconds: number }
  reason: string | null
  children?: ReactNode
}

export function Tried({ tried: { outcome, output, milliseconds }, reason, children }: OutcomeProps) {
  const { t } = useTranslation()
  return (
    <output className="flex flex-col gap-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        {t('actions.trying.outcome')}
        <Badge tone={tones[outcome]}>{t(`actions.outcomes.${outcome}`)}</Badge>
        {reason && <span className="text-ink-soft">{reason}</span>}
        <span className="text-xs text-ink-faint">{Math.round(milliseconds)} ms</span>
      </p>
      {outcome === 'done' && <Shown title={t('actions.runs.output')} text={JSON.stringify(output, null, 2)} />}
      {children}
    </output>
  )
}

export function Shown({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="text-xs font-medium text-ink-soft">{title}</p>
      <pre className="max-h-64 overflow-auto rounded-lg bg-sunken p-2 text-xs break-all whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  )
}
