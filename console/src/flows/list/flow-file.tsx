import type { FlowImportReport } from '@lingxi/contract/flow-versions'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExportFlows, useImportFlows } from '../../api/flow-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Panel } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Segments } from '../../ui/segments.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ImportReport } from './import-report.tsx'

type Mode = 'add' | 'replace'

/** The draft goes into a file, and a file into the draft: first what would come of it, then it is done. */
export function FlowFile() {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const mayChange = useMay('supervisor')
  const exporting = useExportFlows()
  const save = () => void exporting().then((file) => saveFile(file, 'flows.yaml'), warn)
  return (
    <div className="flex flex-col gap-5">
      <Panel title={t('flows.file.export')} lead={t('flows.file.exportLead')}>
        <Button onClick={save}>
          <Download />
          {t('flows.file.save')}
        </Button>
      </Panel>
      {mayChange && <Import onDone={() => tell(t('flows.file.done'))} />}
    </div>
  )
}

function Import({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const importing = useImportFlows()
  const [file, setFile] = useState<File | null>(null)
  const [mode, setMode] = useState<Mode>('add')
  const [report, setReport] = useState<FlowImportReport | null>(null)
  const preview = (chosen: File, how: Mode) => {
    setFile(chosen)
    setMode(how)
    setReport(null)
    importing.mutate({ file: chosen, preview: true, mode: how }, { onSuccess: setReport })
  }
  const commit = () => {
    if (!file || !report) return
    importing.mutate(
      { file, preview: false, mode, draft: report.draft },
      {
        onSuccess: (now) => {
          setReport(now)
          if (now.committed) onDone()
        },
      },
    )
  }
  const touches = report ? report.added.length + report.changed.length + report.removed.length : 0
  return (
    <Panel title={t('flows.file.import')} lead={t('flows.file.importLead')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <FileButton
            label={t('flows.file.choose')}
            accept=".yaml,.yml,.json"
            onFile={(chosen) => preview(chosen, mode)}
          />
          <Segments
            label={t('flows.file.mode')}
            value={mode}
            options={(['add', 'replace'] as const).map((value) => ({ value, label: t(`flows.file.modes.${value}`) }))}
            onChange={(how) => (file && !report?.committed ? preview(file, how) : setMode(how))}
          />
        </div>
        <p className="text-sm text-ink-faint">{t(`flows.file.modeHints.${mode}`)}</p>
        {file && <p className="font-medium break-all">{file.name}</p>}
        <Refused error={importing.error} />
        {importing.isPending && <output className="text-sm text-ink-soft">{t('flows.file.reading')}</output>}
        {report && <ImportReport report={report} />}
        {report && !report.committed && report.faults.length === 0 && (
          <Button look="primary" className="w-fit" disabled={touches === 0 || importing.isPending} onClick={commit}>
            {t('flows.file.commit', { count: touches })}
          </Button>
        )}
      </div>
    </Panel>
  )
}
