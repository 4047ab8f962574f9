/**
 * Markdown as React elements. What micromark makes (raw HTML escaped, dangerous addresses dropped) is parsed into an
 * inert document and only the known elements are drawn, so nothing that somebody wrote can run.
 */
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { createElement, memo, type ReactNode, useMemo } from 'react'
import { markEnd, marked, markStart } from './marked-span.ts'

const drawn = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(' '),
)
type Marking = { on: boolean }

function draw(nodes: NodeListOf<ChildNode>, marking: Marking): ReactNode[] {
  return [...nodes].map((node, index) => {
    if (node.nodeType === Node.TEXT_NODE) return drawText(node.textContent ?? '', marking, index)
    return node instanceof Element ? drawElement(node, marking, index) : null
  })
}

function drawElement(element: Element, marking: Marking, key: number): ReactNode {
  const name = element.tagName.toLowerCase()
  if (name === 'img') return <em key={key}>{element.getAttribute('alt')}</em>
  if (name === 'input') return element.hasAttribute('checked') ? '☑ ' : '☐ '
  const children = draw(element.childNodes, marking)
  if (!drawn.has(name)) return children
  if (name === 'br' || name === 'hr') return createElement(name, { key })
  if (name === 'a') return drawLink(element, children, key)
  const start = name === 'ol' ? element.getAttribute('start') : null
  return createElement(name, { key, ...(start && { start: Number(start) }) }, children)
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

function drawText(text: string, marking: Marking, key: number): ReactNode {
  const parts = text.split(/([\uE000\uE001])/)
  return parts.map((part, index) => {
    if (part === markStart || part === markEnd) {
      marking.on = part === markStart
      return null
    }
    return marking.on && part.trim() ? <mark key={`${key}-${index}`}>{part}</mark> : part
  })
}

type MarkdownProps = { text: string; mark?: { start: number; end: number } | undefined; className?: string }

export const Markdown = memo(function Markdown({ text, mark, className = '' }: MarkdownProps) {
  const drawing = useMemo(() => {
    const html = micromark(mark ? marked(text, mark) : text.replace(/[\uE000\uE001]/g, ''), {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    })
    return draw(new DOMParser().parseFromString(html, 'text/html').body.childNodes, { on: false })
  }, [text, mark])
  return <div className={`prose ${className}`}>{drawing}</div>
})
