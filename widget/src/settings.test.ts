import { expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const page = 'https://shop.example/cups/3'

it('takes the server from the address of the script', () => {
  const settings = readSettings({ src: 'https://help.example:8443/widget.js?v=2', dataset: {} }, page)
  expect(settings).toMatchObject({
    server: 'https://help.example:8443',
    language: 'auto',
    position: 'right',
    isOpen: false,
  })
})

it('takes what the page says, and ignores what it says wrongly', () => {
  const dataset = {
    title: ' 茶舍 ',
    accent: 'teal',
    language: 'en',
    position: 'left',
    open: 'true',
    identity: ' a.b.c ',
    region: ' 香港 ',
  }
  expect(readSettings({ src: '/widget.js', dataset }, page)).toEqual({
    server: 'https://shop.example',
    title: '茶舍',
    accent: 'teal',
    language: 'en',
    position: 'left',
    isOpen: true,
    identity: 'a.b.c',
    region: '香港',
  })
  expect(
    readSettings({ src: '', dataset: { language: 'fr', position: 'top', title: ' ', region: ' ' } }, page),
  ).toMatchObject({
    language: 'auto',
    position: 'right',
    title: undefined,
    region: undefined,
  })
})
