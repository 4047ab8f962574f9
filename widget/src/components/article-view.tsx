import type { Citation } from '@lingxi/contract/message'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { findQuote } from '../article-quote.ts'
import { sayDay } from '../times.ts'
import type { Article } from '../web-api.ts'
import { TypingDots } from './bubble.tsx'
import { Icon } from './icons.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { useScope } from './scope.ts'

type ArticleViewProps = { citation: Citation; close: () => void }

/** The article an answer stands on, opened at the passage it cites. */
export function ArticleView({ citation, close }: ArticleViewProps) {
  const { chat, words } = useScope()
  const [article, setArticle] = useState<Article | 'failed'>()
  const [attempt, setAttempt] = useState(0)
  const back = useRef<HTMLButtonElement>(null)

  useEffect(() => back.current?.focus(), [])
  useEffect(() => {
    let isCurrent = true
    const show = (shown: Article | 'failed' | undefined) => isCurrent && setArticle(shown)
    show(undefined)
    chat.readArticle(citation.articleId).then(show, () => show('failed'))
    return () => {
      isCurrent = false
    }
  }, [chat, citation, attempt])

  return (
    <section class="article" aria-label={words.article}>
      <div class="header">
        <button type="button" class="tool" ref={back} aria-label={words.back} title={words.back} onClick={close}>
          <Icon name="back" />
        </button>
        <h2>{words.article}</h2>
      </div>
      {article === undefined && (
        <output class="state">
          <TypingDots />
          <span class="hidden">{words.loading}</span>
        </output>
      )}
      {article === 'failed' && (
        <div class="state" role="alert">
          <p>{words.articleFailed}</p>
          <blockquote>{citation.quote}</blockquote>
          <button type="button" class="reply" onClick={() => setAttempt(attempt + 1)}>
            {words.reconnect}
          </button>
        </div>
      )}
      {typeof article === 'object' && <ArticleBody article={article} citation={citation} />}
    </section>
  )
}

function ArticleBody({ article, citation }: { article: Article; citation: Citation }) {
  const { language, words } = useScope()
  const body = useRef<HTMLElement>(null)
  const marked = useMemo(() => findQuote(article.body, citation), [article, citation])

  useLayoutEffect(() => {
    const area = body.current!
    const mark = area.querySelector('mark')
    if (!mark) return
    // Not `scrollIntoView`, which may move the page as well.
    const distance = mark.getBoundingClientRect().top - area.getBoundingClientRect().top
    area.scrollBy({ top: distance - area.clientHeight / 3 })
  }, [article, citation])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling area has to be reachable by keyboard
    <section class="body" ref={body} tabIndex={0} aria-labelledby="lingxi-article">
      <h3 id="lingxi-article">{article.title}</h3>
      <p class="updated">{words.updated(sayDay(article.updatedAt, language))}</p>
      {!marked && (
        <blockquote aria-label={words.quoted}>
          <mark>{citation.quote}</mark>
        </blockquote>
      )}
      <MarkdownView source={article.body} marked={marked} />
    </section>
  )
}
