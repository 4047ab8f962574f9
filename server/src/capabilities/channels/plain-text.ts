/** Markdown as plain text, for channels that would show its signs: every word stays, links show their address. */
import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export function toPlainText(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return blocks(tree).trim()
}

const blocks = (node: Parents, between = '\n\n') => node.children.map(write).filter(Boolean).join(between)
const inline = (node: Parents) => node.children.map(write).join('')

function write(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value
    case 'break':
      return '\n'
    case 'link':
      return inline(node) === node.url ? node.url : `${inline(node)} (${node.url})`
    case 'image':
      return `${node.alt ?? ''} (${node.url})`
    case 'list':
      return node.children
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${blocks(item, '\n')}`)
        .join('\n')
    case 'table':
      return blocks(node, '\n')
    case 'tableRow':
      return node.children.map(inline).join(' | ')
    case 'root':
    case 'blockquote':
    case 'footnoteDefinition':
      return blocks(node)
    default:
      return 'children' in node ? inline(node as Parents) : ''
  }
}
