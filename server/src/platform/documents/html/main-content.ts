/**
 * What a page is about, without its frame: the element that says so (`main`, `article`), else the one that holds most of
 * the words that are no links. Link density tells text from navigation (Kohlschütter et al., "Boilerplate detection using
 * shallow text features", 2010).
 */
import type { Element, Root } from 'hast'
import { allElements, attribute, type Child, childrenOf, type Parent, setChildren, textOf } from './tree.ts'

const frame = new Set(['nav', 'header', 'footer', 'aside', 'menu'])
const framing = /^(navigation|banner|contentinfo|complementary|search|menu|menubar)$/
const framingClass =
  /(^|[\s_-])(nav|navbar|menu|sidebar|footer|breadcrumbs?|cookies?|consent|share|social|related|advert|ads?|pagination|toolbar)($|[\s_-])/i
/** A block with so large a share of its words in links leads elsewhere. */
const mostLinked = 0.6

export function mainContent(tree: Root): Parent {
  const elements = allElements(tree)
  const body = elements.find(({ tagName }) => tagName === 'body') ?? tree
  const named = elements.filter((element) => isNamed(element))
  const only = named.length === 1 ? named[0]! : undefined
  // What calls itself the content and is a small part of the page is a teaser.
  const chosen: Parent = only && wordsIn(only) > 0.3 * wordsIn(withoutFrame(body)) ? only : withoutFrame(body)
  const content = withoutFrame(chosen)
  return wordsIn(content) > 0 ? content : body
}

const isNamed = (element: Element) =>
  element.tagName === 'main' || attribute(element, 'role') === 'main' || element.tagName === 'article'

const wordsIn = (tree: Parent) => textOf(tree).trim().length

/** A copy without navigation, banners and blocks of links, at every depth. */
function withoutFrame<Tree extends Parent>(tree: Tree): Tree {
  const copy = { ...tree }
  setChildren(
    copy,
    childrenOf(tree).flatMap((child): Child[] => {
      if (child.type !== 'element') return [child]
      if (isFrame(child) || isLinkBlock(child)) return []
      return [withoutFrame(child)]
    }),
  )
  return copy
}

function isFrame(element: Element): boolean {
  if (frame.has(element.tagName)) return !(element.tagName === 'header' && holdsHeading(element))
  if (framing.test(attribute(element, 'role') ?? '')) return true
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return /^(div|ul|ol|section|p)$/.test(element.tagName) && framingClass.test(names)
}

/** The header of an article holds its title; that of the site holds the menu. */
const holdsHeading = (element: Element) =>
  allElements(element).some(({ tagName }) => tagName === 'h1') &&
  !allElements(element).some(({ tagName }) => tagName === 'nav')

function isLinkBlock(element: Element): boolean {
  if (!/^(ul|ol|div|section)$/.test(element.tagName)) return false
  const links = allElements(element).filter(({ tagName }) => tagName === 'a')
  if (links.length < 5) return false
  const linked = links.reduce((sum, link) => sum + textOf(link).trim().length, 0)
  const words = textOf(element).trim().length
  return words > 0 && linked / words > mostLinked && linked / links.length < 30
}
