/** Markdown as plain text, for channels that would show its signs: every word stays, links show their address. */
import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export function toPlainText(markdown: string): string {
  try {
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    return blocks(tree).trim()
  } catch (error) {
    // Thousands of signs inside one another exhaust the stack. Shown as they are, no word is lost.
    if (error instanceof RangeError) return markdown
    throw error
  }
}

const blocks = (node: Parents, between = '\n\n') => node.children.map(write).filter(Boolean).join(between)
const inline = (node: Parents) => node.children.map(write).join('')
const words = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ')

function write(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return node.value
    case 'code':
      // Who writes `~~~好的` means no code: what stands beside the fence is shown too.
      return [words(node.lang, node.meta), node.value].filter(Boolean).join('\n')
    case 'thematicBreak':
      return '---'
    case 'break':
      return '\n'
    case 'list':
      return node.children
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${write(item)}`)
        .join('\n')
    case 'listItem':
      return `${typeof node.checked === 'boolean' ? `[${node.checked ? 'x' : ' '}] ` : ''}${blocks(node, '\n')}`
    case 'table':
      return blocks(node, '\n')
    case 'tableRow':
      return node.children.map(inline).join(' | ')
    case 'root':
    case 'blockquote':
      return blocks(node)
    default:
      return writeReference(node)
  }
}

/** What points elsewhere; and whatever else only holds words. */
function writeReference(node: Nodes): string {
  switch (node.type) {
    case 'link': {
      const shown = inline(node)
      const isAddress = ['', 'mailto:', 'http://'].some((scheme) => scheme + shown === node.url)
      return isAddress ? words(shown, node.title) : words(shown, `(${words(node.url, node.title)})`)
    }
    case 'image':
      return words(node.alt, `(${words(node.url, node.title)})`)
    case 'linkReference':
      return words(inline(node), node.referenceType === 'full' ? `[${node.label}]` : '')
    case 'imageReference':
      return words(node.alt, node.referenceType === 'full' ? `[${node.label}]` : '')
    case 'definition':
      return words(`[${node.label}]:`, node.url, node.title)
    case 'footnoteReference':
      return `[${node.label}]`
    case 'footnoteDefinition':
      return words(`[${node.label}]:`, blocks(node))
    default:
      return 'children' in node ? inline(node as Parents) : ''
  }
}
