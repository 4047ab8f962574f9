import type { CaseImportReport } from '@lingxi/contract/dialogue-case-runs'
import { Download, EllipsisVertical, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExportTests, useImportTests } from '../../api/flow-test-queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FaultList } from './fault-list.tsx'

/** All tests go into a file, and out of one. */
export function TestsFile({ hasTests, mayChange }: { hasTests: boolean; mayChange: boolean }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const exporting = useExportTests()
  const [isImporting, setImporting] = useState(false)
  const save = () => void exporting().then((file) => saveFile(file, 'conversation-tests.yaml'), warn)
  return (
    <>
      {!hasTests && <Button onClick={() => setImporting(true)}>{t('flowTests.file.import')}</Button>}
      {hasTests && (
        <Menu
          trigger={
            <IconButton look="outline" className="size-9" label={t('flowTests.file.more')}>
              <EllipsisVertical />
            </IconButton>
          }
        >
          {mayChange && (
            <MenuItem icon={<FileUp />} onSelect={() => setImporting(true)}>
              {t('flowTests.file.import')}
            </MenuItem>
          )}
          <MenuItem icon={<Download />} onSelect={save}>
            {t('flowTests.file.export')}
          </MenuItem>
        </Menu>
      )}
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}

/** First what would come of it, then it is done. */
function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const importing = useImportTests()
  const [file, setFile] = useState<File | null>(null)
  const [report, setReport] = useState<CaseImportReport | null>(null)
  const touched = report ? report.added.length + report.changed.length : 0
  function preview(chosen: File) {
    setFile(chosen)
    setReport(null)
    importing.mutate({ file: chosen, preview: true }, { onSuccess: setReport })
  }
  function commit() {
    if (!file) return
    const done = (now: CaseImportReport) => {
      if (!now.committed) return setReport(now)
      tell(t('flowTests.file.done', { count: now.added.length + now.changed.length }))
      onClose()
    }
    importing.mutate({ file, preview: false }, { onSuccess: done })
  }
  return (
    <Dialog
      open
      title={t('flowTests.file.title')}
      about={t('flowTests.file.about')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button look="primary" disabled={touched === 0 || importing.isPending} onClick={commit}>
            {t('flowTests.file.commit', { count: touched })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FileButton label={t('flowTests.file.choose')} accept=".yaml,.yml,.json" onFile={preview} />
        {file && <p className="font-medium break-all">{file.name}</p>}
        <Refused error={importing.error} />
        {importing.isPending && <output className="text-sm text-ink-soft">{t('flowTests.file.reading')}</output>}
        {report && report.faults.length > 0 && (
          <FaultList title={t('flowTests.file.faults', { count: report.faults.length })} faults={report.faults} />
        )}
        {report && report.faults.length === 0 && (
          <>
            <Names title={t('flowTests.file.added', { count: report.added.length })} names={report.added} />
            <Names title={t('flowTests.file.changed', { count: report.changed.length })} names={report.changed} />
            <p className="text-sm text-ink-soft">{t('flowTests.file.same', { count: report.same })}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}

const mostNames = 100

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <div>
      <p className="text-sm text-ink-soft">{title}</p>
      <p className="mt-1 flex flex-wrap gap-1">
        {names.slice(0, mostNames).map((name) => (
          <Badge key={name}>{name}</Badge>
        ))}
        {names.length > mostNames && '…'}
      </p>
    </div>
  )
}
