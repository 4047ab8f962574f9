import type { AddedExample } from '@lingxi/contract/graph-learning'
import { FileUp, Plus } from 'lucide-react'
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddExamples } from '../api/graph-learning-queries.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { readExample, readExampleFile } from './example-text.ts'

type Report = { line: number | undefined; added: AddedExample }[]
const mostShown = 8

/** One by hand, or a file of them; what was not taken is said line by line. */
export function AddExamples() {
  const { t } = useTranslation()
  const [question, setQuestion] = useState('')
  const [path, setPath] = useState('')
  const [report, setReport] = useState<Report>([])
  const [bad, setBad] = useState<number[]>([])
  const add = useAddExamples()
  const file = useRef<HTMLInputElement>(null)
  const draft = readExample(question, path)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!draft) return
    setBad([])
    add.mutate([draft], {
      onSuccess: (added) => {
        setReport(added.map((each) => ({ line: undefined, added: each })))
        if (added[0]?.outcome === 'refused') return
        setQuestion('')
        setPath('')
      },
    })
  }
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? []
    if (!chosen) return
    const read = readExampleFile(await chosen.text())
    // Else choosing the same file again would be no change.
    target.value = ''
    setBad(read.bad)
    setReport([])
    if (read.examples.length === 0) return
    add.mutate(
      read.examples.map((each) => each.draft),
      {
        onSuccess: (added) =>
          setReport(added.map((each, place) => ({ line: read.examples[place]!.line, added: each }))),
      },
    )
  }
  return (
    <div className="mt-3 rounded-2xl border border-line bg-surface p-4">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('graph.learning.question')}>
          {(names) => (
            <TextInput
              {...names}
              value={question}
              maxLength={400}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('graph.learning.path')} hint={t('graph.learning.pathHint')}>
          {(names) => (
            <TextInput {...names} value={path} maxLength={1400} onChange={(event) => setPath(event.target.value)} />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={!draft || add.isPending}>
            <Plus />
            {t('graph.learning.add')}
          </Button>
          <Button look="quiet" disabled={add.isPending} onClick={() => file.current?.click()}>
            <FileUp />
            {t('graph.learning.upload')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".jsonl,.ndjson,application/jsonl"
            aria-label={t('graph.learning.upload')}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => void take(event)}
          />
        </div>
      </form>
      <Refused error={add.error} />
      <div aria-live="polite">
        <Outcome report={report} bad={bad} />
      </div>
    </div>
  )
}

function Outcome({ report, bad }: { report: Report; bad: number[] }) {
  const { t } = useTranslation()
  if (report.length === 0 && bad.length === 0) return null
  const count = (outcome: AddedExample['outcome']) => report.filter(({ added }) => added.outcome === outcome).length
  const refused = [
    ...bad.map((line) => ({ line, text: t('graph.learning.faults.unreadable') })),
    ...report.flatMap(({ line, added: { fault } }) =>
      fault ? [{ line, text: t(`graph.learning.faults.${fault}`) }] : [],
    ),
  ]
  return (
    <>
      <p className="mt-3 text-sm text-ink-soft">
        {t('graph.learning.report', {
          added: count('added'),
          unchanged: count('unchanged'),
          refused: refused.length,
        })}
      </p>
      <ul className="mt-1 text-sm text-danger">
        {refused.slice(0, mostShown).map(({ line, text }) => (
          <li key={`${line} ${text}`}>{line === undefined ? text : t('graph.learning.line', { line, text })}</li>
        ))}
      </ul>
    </>
  )
}
