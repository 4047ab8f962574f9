import { type Language, languages } from '@lingxi/contract/message'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/use-session.ts'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { AllKnowledge } from './all-knowledge.tsx'
import { DropArea } from './drop-area.tsx'
import { FileReport } from './file-report.tsx'
import { Sections } from './sections.tsx'
import { useImports } from './use-imports.ts'

export function ImportFiles() {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<Language | 'guess'>('guess')
  const [status, setStatus] = useState<'draft' | 'published'>('published')
  const { imports, importFiles } = useImports()
  const mayAll = useMay('admin')
  const take = (files: File[]) => void importFiles(files, { status, ...(language !== 'guess' && { language }) })
  return (
    <Page title={t('knowledge.heading')} below={<Sections />}>
      <p className="max-w-3xl text-ink-soft">{t('knowledge.import.lead')}</p>
      <div className="mt-5 flex flex-wrap gap-x-8 gap-y-4">
        <div className="flex flex-col gap-1.5">
          <span className="text-sm font-medium text-ink-soft">{t('knowledge.import.language')}</span>
          <Segments
            label={t('knowledge.import.language')}
            value={language}
            options={[
              { value: 'guess', label: t('knowledge.import.languageGuess') },
              ...languages.map((value) => ({ value, label: t(`app.languages.${value}`) })),
            ]}
            onChange={setLanguage}
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <span className="text-sm font-medium text-ink-soft">{t('knowledge.import.status')}</span>
          <Segments
            label={t('knowledge.import.status')}
            value={status}
            options={[
              { value: 'published', label: t('knowledge.status.published') },
              { value: 'draft', label: t('knowledge.status.draft') },
            ]}
            onChange={setStatus}
          />
        </div>
      </div>
      <DropArea onFiles={take} again={imports.length > 0} />
      <ul aria-live="polite" className="mt-6 flex flex-col gap-4">
        {imports.map((each) => (
          <li key={each.id}>
            <FileReport file={each} />
          </li>
        ))}
      </ul>
      {mayAll && <AllKnowledge />}
    </Page>
  )
}
