import type { ExchangeFileReport, ExchangeReport } from '@lingxi/contract/exchange'
import { FileDown, FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExportKnowledge, useTakeKnowledge } from '../api/knowledge-queries.ts'
import { Button } from '../ui/button.tsx'
import { Failed } from '../ui/states.tsx'
import { Toggle } from '../ui/toggle.tsx'

/** Everything as a file, and a file taken in after a look at what would come of it. For administrators. */
export function AllKnowledge() {
  const { t } = useTranslation()
  const exporting = useExportKnowledge()
  const taking = useTakeKnowledge()
  const [file, setFile] = useState<File>()
  const [originals, setOriginals] = useState(true)
  const input = useRef<HTMLInputElement>(null)
  const look = (chosen: File) => {
    setFile(chosen)
    taking.mutate({ file: chosen, preview: true })
  }
  const leave = () => {
    setFile(undefined)
    taking.reset()
  }
  const error = exporting.error ?? taking.error
  return (
    <section aria-labelledby="all-knowledge" className="mt-10 border-t border-line pt-6">
      <h2 id="all-knowledge" className="text-lg font-semibold">
        {t('knowledge.whole.heading')}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-soft">{t('knowledge.whole.lead')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button disabled={exporting.isPending} onClick={() => exporting.mutate(originals)}>
          <FileDown />
          {t(exporting.isPending ? 'knowledge.whole.exporting' : 'knowledge.whole.export')}
        </Button>
        <Toggle label={t('knowledge.whole.originals')} checked={originals} onChange={setOriginals} />
        <Button disabled={taking.isPending} onClick={() => input.current?.click()}>
          <FileUp />
          {t(taking.isPending ? 'knowledge.whole.checking' : 'knowledge.whole.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          aria-label={t('knowledge.whole.choose')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) look(chosen)
            event.target.value = ''
          }}
        />
      </div>
      <div aria-live="polite">
        {error && <Failed error={error} onRetry={exporting.error ? () => exporting.mutate(originals) : leave} />}
        {taking.data && file && (
          <Report
            name={file.name}
            report={taking.data}
            onCommit={() => taking.mutate({ file, preview: false })}
            onLeave={leave}
          />
        )}
      </div>
    </section>
  )
}

type ReportProps = { name: string; report: ExchangeReport; onCommit: () => void; onLeave: () => void }
const counted = ['added', 'changed', 'same', 'refused'] as const
const isSomething = (file: ExchangeFileReport) => counted.some((kind) => file[kind] > 0)

function Report({ name, report, onCommit, onLeave }: ReportProps) {
  const { t } = useTranslation()
  const files = report.files.filter(isSomething)
  const isNew = files.some(({ added, changed }) => added + changed > 0)
  return (
    <div className="mt-5 rounded-2xl border border-line bg-surface p-4 sm:p-5">
      <p className="font-medium">
        {t(report.committed ? 'knowledge.whole.taken' : 'knowledge.whole.preview')}
        <span className="ml-2 font-normal break-all text-ink-soft">{name}</span>
      </p>
      {!isNew && !report.committed && <p className="mt-2 text-ink-soft">{t('knowledge.whole.nothing')}</p>}
      <div className="mt-3 overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="text-left text-ink-soft">
            <tr>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                {t('knowledge.whole.file')}
              </th>
              {counted.map((kind) => (
                <th key={kind} scope="col" className="px-2 py-1.5 text-right font-medium whitespace-nowrap">
                  {t(`knowledge.whole.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((each) => (
              <tr key={each.file} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  {t(`knowledge.whole.files.${each.file as 'articles'}`)}
                </th>
                {counted.map((kind) => (
                  <td key={kind} className="px-2 py-1.5 text-right tabular-nums">
                    {each[kind]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="mt-2 text-sm text-ink-soft">
        {files.flatMap(({ file, refusals }) =>
          refusals
            .slice(0, 5)
            .map(({ line, reason }) => <li key={`${file} ${line}`}>{t('knowledge.whole.line', { line, reason })}</li>),
        )}
      </ul>
      {!report.committed && (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button look="primary" disabled={!isNew} onClick={onCommit}>
            {t('knowledge.whole.commit')}
          </Button>
          <Button look="quiet" onClick={onLeave}>
            {t('knowledge.whole.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
