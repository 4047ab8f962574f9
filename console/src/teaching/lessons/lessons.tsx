import { lessonFormats } from '@lingxi/contract/teaching'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useExportLessons } from '../../api/lesson-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Panel } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ImportLessons } from './import-lessons.tsx'
import { Packs } from './packs.tsx'

/** Whole sets of what is taught: those that come with the product, and files in and out. */
export function Lessons() {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  return (
    <div className="flex flex-col gap-5">
      <header className="flex items-center gap-3">
        <Link to="/understanding/intents" aria-label={t('teaching.back')} className={buttonClass('quiet', 'small')}>
          <ArrowLeft />
        </Link>
        <h2 className="text-lg font-semibold">{t('teaching.lessons')}</h2>
      </header>
      {!mayChange && <p className="text-ink-soft">{t('app.states.readOnly', { role: t('app.roles.supervisor') })}</p>}
      <Panel title={t('lessons.packs.heading')} lead={t('lessons.packs.lead')}>
        <Packs />
      </Panel>
      {mayChange && (
        <>
          <Panel title={t('lessons.import.heading')} lead={t('lessons.import.lead')}>
            <ImportLessons />
          </Panel>
          <Export />
        </>
      )}
    </div>
  )
}

function Export() {
  const { t } = useTranslation()
  const { warn } = useToast()
  const { mutate, isPending, variables } = useExportLessons()
  return (
    <Panel title={t('lessons.export.heading')} lead={t('lessons.export.lead')}>
      <div className="flex flex-wrap gap-2">
        {lessonFormats.map((format) => (
          <Button key={format} disabled={isPending} onClick={() => mutate(format, { onError: warn })}>
            <Download />
            {isPending && variables === format ? t('lessons.export.writing') : t(`lessons.formats.${format}`)}
          </Button>
        ))}
      </div>
    </Panel>
  )
}
