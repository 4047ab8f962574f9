/**
 * Markdown as React elements. What micromark makes (raw HTML escaped, dangerous addresses dropped) is parsed into an
 * inert document and only the known elements are drawn, so nothing that somebody wrote can run.
 */
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { createElement, memo, type ReactNode, useMemo } from 'react'
import { markEnd, marked, markStart } from './marked-span.ts'

const known = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(' '),
)
type Drawing = { isMarking: boolean; pictures: boolean }

function draw(nodes: NodeListOf<ChildNode>, drawing: Drawing): ReactNode[] {
  return [...nodes].map((node, index) => {
    if (node.nodeType === Node.TEXT_NODE) return drawText(node.textContent ?? '', drawing, index)
    return node instanceof Element ? drawElement(node, drawing, index) : null
  })
}

function drawElement(element: Element, drawing: Drawing, key: number): ReactNode {
  const name = element.tagName.toLowerCase()
  if (name === 'img') return drawPicture(element, drawing, key)
  if (name === 'input') return element.hasAttribute('checked') ? '☑ ' : '☐ '
  const children = draw(element.childNodes, drawing)
  if (!known.has(name)) return children
  if (name === 'br' || name === 'hr') return createElement(name, { key })
  if (name === 'a') return drawLink(element, children, key)
  const start = name === 'ol' ? element.getAttribute('start') : null
  return createElement(name, { key, ...(start && { start: Number(start) }) }, children)
}

/** Its words alone where who wrote it may be anybody: a picture tells its server who looks at it. */
function drawPicture(picture: Element, { pictures }: Drawing, key: number): ReactNode {
  const alt = picture.getAttribute('alt') ?? ''
  const address = picture.getAttribute('src') ?? ''
  if (!pictures || !/^https:/i.test(address)) return <em key={key}>{alt}</em>
  return <img key={key} src={address} alt={alt} loading="lazy" referrerPolicy="no-referrer" />
}

function drawLink(link: Element, children: ReactNode[], key: number): ReactNode {
  const address = link.getAttribute('href') ?? ''
  if (!/^(https?:|mailto:|tel:)/i.test(address)) return <span key={key}>{children}</span>
  return (
    <a key={key} href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

function drawText(text: string, drawing: Drawing, key: number): ReactNode {
  const parts = text.split(/([\uE000\uE001])/)
  return parts.map((part, index) => {
    if (part === markStart || part === markEnd) {
      drawing.isMarking = part === markStart
      return null
    }
    return drawing.isMarking && part.trim() ? <mark key={`${key}-${index}`}>{part}</mark> : part
  })
}

type MarkdownProps = {
  text: string
  mark?: { start: number; end: number } | undefined
  pictures?: boolean
  className?: string
}

export const Markdown = memo(function Markdown({ text, mark, pictures = false, className = '' }: MarkdownProps) {
  const drawn = useMemo(() => {
    const html = micromark(mark ? marked(text, mark) : text.replace(/[\uE000\uE001]/g, ''), {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    })
    return draw(new DOMParser().parseFromString(html, 'text/html').body.childNodes, { isMarking: false, pictures })
  }, [text, mark, pictures])
  return <div className={`prose ${className}`}>{drawn}</div>
})
