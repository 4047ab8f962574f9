import { $, ask, el } from './dom.js'
import { state, t } from './state.js'
import { categories, swatches } from './text.js'

// 'S|M|均码 / One size' → the list in the language shown.
function options(value) {
  return (value || '')
    .split('|')
    .filter(Boolean)
    .map((part) => {
      const [zh, en = zh] = part.split(' / ')
      return { label: state.lang === 'zh' ? zh : en, key: en }
    })
}

const nameOf = (product) => product[`name_${state.lang}`]
const price = (product) => `¥${Number(product.price).toLocaleString('en')}`

// The picture's colours follow the category; the shape behind the emoji varies with the item.
function picture(product, large = false) {
  const number = Number(product.sku.slice(-3)) || 0
  return el(
    'div',
    {
      class: large ? 'pic large' : 'pic',
      'data-cat': product.category,
      'data-shape': String((number + categories.indexOf(product.category)) % 4),
      'aria-hidden': 'true',
    },
    el('span', {}, product.emoji),
  )
}

function dots(product) {
  const colours = options(product.colours)
  if (colours.length === 0) return null
  const row = el('span', {
    class: 'dots',
    role: 'img',
    'aria-label': `${t('colours')}: ${colours.map((c) => c.label).join(', ')}`,
  })
  for (const colour of colours) row.append(dot(colour.key))
  return row
}

function dot(key) {
  const node = el('i', { class: 'dot' })
  node.style.backgroundColor = swatches[key] || 'transparent'
  return node
}

export function card(product) {
  return el(
    'li',
    { class: 'card' },
    picture(product),
    el(
      'div',
      { class: 'card-text' },
      el(
        'h3',
        {},
        el(
          'button',
          { type: 'button', 'data-sku': product.sku, 'aria-haspopup': 'dialog', onclick: () => openProduct(product) },
          nameOf(product),
        ),
      ),
      el('p', { class: 'blurb' }, product[`description_${state.lang}`]),
      el('p', { class: 'card-foot' }, el('span', { class: 'price' }, price(product)), dots(product)),
    ),
  )
}

function facts(product) {
  const colours = options(product.colours)
  const sizes = options(product.sizes)
  const list = el('dl', { class: 'facts' })
  const add = (label, ...value) => list.append(el('div', {}, el('dt', {}, label), el('dd', {}, ...value)))
  if (colours.length) add(t('colours'), ...colours.map((c) => el('span', { class: 'pill' }, dot(c.key), c.label)))
  if (sizes.length) add(t('sizes'), ...sizes.map((s) => el('span', { class: 'pill' }, s.label)))
  add(t('delivery'), t('deliveryText')(Number(product.price) >= 99))
  add(t('sku'), product.sku)
  return list
}

// Fills the dialog, in the language shown.
export function showProduct(product) {
  $('product-body').replaceChildren(
    picture(product, true),
    el(
      'div',
      { class: 'product-text' },
      el('p', { class: 'eyebrow' }, t(product.category)),
      el('h2', { id: 'product-name' }, nameOf(product)),
      el('p', { class: 'price' }, price(product)),
      el('p', { class: 'describe' }, product[`description_${state.lang}`]),
      facts(product),
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          onclick: () => {
            $('product').close()
            ask(t('askText')(nameOf(product), product.sku))
          },
        },
        t('askProduct'),
      ),
    ),
  )
}

function openProduct(product) {
  state.open = product
  showProduct(product)
  $('product').showModal()
  $('product').scrollTop = 0
}
