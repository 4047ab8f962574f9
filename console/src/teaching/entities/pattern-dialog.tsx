import type { Pattern } from '@lingxi/contract/teaching'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSavePattern } from '../../api/entity-queries.ts'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { EditDialog } from '../edit-dialog.tsx'
import { usePatternHits } from './use-pattern-hits.ts'

type PatternDialogProps = { type: string; pattern: Pattern | undefined; onClose: () => void }

/** A pattern, tried on a text while it is written. */
export function PatternDialog({ type, pattern, onClose }: PatternDialogProps) {
  const { t } = useTranslation()
  const [expression, setExpression] = useState(pattern?.expression ?? '')
  const [note, setNote] = useState(pattern?.note ?? '')
  const [version, setVersion] = useState(pattern?.version ?? 0)
  const save = useSavePattern(pattern)
  const isOld = pattern !== undefined && pattern.version !== version
  const submit = () => {
    save.mutate({ type, expression, note, version }, { onSuccess: onClose })
  }
  return (
    <EditDialog
      title={t(pattern ? 'entities.editPattern' : 'entities.addPattern')}
      saving={save}
      newer={isOld ? { now: pattern.expression, onKeepMine: () => setVersion(pattern.version) } : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('entities.expression')} hint={t('entities.expressionHint')}>
        {(names) => (
          <TextInput
            {...names}
            required
            maxLength={300}
            spellCheck={false}
            value={expression}
            onChange={({ target }) => setExpression(target.value)}
            className="font-mono"
          />
        )}
      </Field>
      <Field label={t('entities.note')}>
        {(names) => (
          <TextInput {...names} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
      <Sample type={type} expression={expression} />
    </EditDialog>
  )
}

function Sample({ type, expression }: { type: string; expression: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const hits = usePatternHits(useDeferredValue(expression), useDeferredValue(text))
  return (
    <>
      <Field label={t('entities.sample')} hint={t('entities.sampleHint')}>
        {(names) => (
          <TextArea
            {...names}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div aria-live="polite">
        {hits.state === 'invalid' && <p className="text-sm text-danger">{hits.reason}</p>}
        {hits.state === 'slow' && <p className="text-sm text-danger">{t('entities.tooSlow')}</p>}
        {hits.state === 'found' && text !== '' && (
          <>
            <p className="rounded-lg border border-line bg-sunken px-3 py-2 leading-7 break-words">
              <MarkedText text={hits.text} marks={hits.spans.map((span) => ({ ...span, label: type, hue: type }))} />
            </p>
            <p className="mt-1 text-sm text-ink-soft">{t('entities.hits', { count: hits.spans.length })}</p>
          </>
        )}
      </div>
    </>
  )
}
