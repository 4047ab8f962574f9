/** The script of the one tag: finds the tag that loaded it and puts the chat on the page, once. */
import { mountWidget, widgetTag } from './mount.tsx'
import { readSettings } from './settings.ts'

const script = document.currentScript ?? document.querySelector('script[data-lingxi]')

function begin() {
  if (document.querySelector(widgetTag)) return
  mountWidget(readSettings(script as HTMLScriptElement, location.href))
}

if (script && document.body) begin()
else if (script) document.addEventListener('DOMContentLoaded', begin)
