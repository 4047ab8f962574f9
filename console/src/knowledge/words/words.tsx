import { type SearchWord, SearchWordKind } from '@lingxi/contract/search-words'
import { BookA, FileUp, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/use-session.ts'
import { useWords, wordsOnPage } from '../../api/words-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Sections } from '../sections.tsx'
import { ImportWords } from './import-words.tsx'
import { TrySentence } from './try-sentence.tsx'
import { WordDialog } from './word-dialog.tsx'
import { WordList } from './word-list.tsx'

const kinds = SearchWordKind.options
type Open = { dialog: 'word'; word?: SearchWord } | { dialog: 'import' } | undefined

/** The company's own words, and at once what they do to a sentence. */
export function Words() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const [q, setQ] = useState('')
  const [kind, setKind] = useState<SearchWordKind | 'all'>('all')
  const [offset, setOffset] = useState(0)
  const [open, setOpen] = useState<Open>()
  const sought = useDeferredValue(q.trim() || undefined)
  const query = useWords({ q: sought, kind: kind === 'all' ? undefined : kind, offset })
  const close = () => setOpen(undefined)
  return (
    <Page title={t('knowledge.heading')} below={<Sections />} actions={mayEdit && <Adding onOpen={setOpen} />}>
      <p className="max-w-3xl text-ink-soft">{t('dictionary.lead')}</p>
      <div className="mt-4 grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label={t('dictionary.heading')} className="min-w-0">
          <div className="flex flex-wrap items-center gap-3">
            <SearchInput
              label={t('dictionary.search')}
              placeholder={t('dictionary.search')}
              value={q}
              onChange={(next) => {
                setQ(next)
                setOffset(0)
              }}
              className="min-w-52 flex-1"
            />
            <Choices
              label={t('dictionary.kind')}
              value={kind}
              choices={[
                { value: 'all', text: t('dictionary.all') },
                ...kinds.map((value) => ({ value, text: t(`dictionary.kinds.${value}`) })),
              ]}
              onChange={(next) => {
                setKind(next)
                setOffset(0)
              }}
            />
          </div>
          <div className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
            <Found
              query={query}
              narrowed={sought !== undefined || kind !== 'all'}
              onEdit={mayEdit ? (word) => setOpen({ dialog: 'word', word }) : undefined}
            />
          </div>
          <Pager
            label={t('dictionary.pages')}
            offset={offset}
            size={wordsOnPage}
            total={query.data?.total ?? 0}
            onChange={setOffset}
          />
        </section>
        <TrySentence />
      </div>
      {open?.dialog === 'word' && <WordDialog word={open.word} onClose={close} />}
      {open?.dialog === 'import' && <ImportWords onClose={close} />}
    </Page>
  )
}

function Adding({ onOpen }: { onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={() => onOpen({ dialog: 'import' })}>
        <FileUp />
        {t('dictionary.import')}
      </Button>
      <Button look="primary" onClick={() => onOpen({ dialog: 'word' })}>
        <Plus />
        {t('dictionary.add')}
      </Button>
    </>
  )
}

type FoundProps = {
  query: ReturnType<typeof useWords>
  narrowed: boolean
  onEdit: ((word: SearchWord) => void) | undefined
}

function Found({ query: { data, error, refetch }, narrowed, onEdit }: FoundProps) {
  const { t } = useTranslation()
  if (data && data.words.length > 0) return <WordList words={data.words} onEdit={onEdit} />
  if (data && narrowed) return <Empty icon={<SearchX />} title={t('dictionary.emptyFiltered')} />
  if (data) return <Empty icon={<BookA />} title={t('dictionary.empty')} text={t('dictionary.emptyText')} />
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-9" />
}
