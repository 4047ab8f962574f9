import article from './styles/article.css?inline'
import base from './styles/base.css?inline'
import composer from './styles/composer.css?inline'
import conversation from './styles/conversation.css?inline'
import markdown from './styles/markdown.css?inline'
import message from './styles/message.css?inline'
import panel from './styles/panel.css?inline'
import survey from './styles/survey.css?inline'

/** Constructed, as a strict content security policy refuses style elements and attributes but not this. */
export function adoptStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(base + panel + conversation + message + markdown + composer + survey + article)
  root.adoptedStyleSheets = [sheet]
}
