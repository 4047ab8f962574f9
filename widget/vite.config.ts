import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const largestGzipped = 30_000

/** A widget is loaded on every page of a shop: growing past the limit fails the build instead of the page. */
function limitSize(): Plugin {
  return {
    name: 'limit-size',
    apply: 'build',
    writeBundle(_, bundle) {
      const files = Object.values(bundle)
      const code = files.map((file) => (file.type === 'chunk' ? file.code : file.source)).join('')
      const gzipped = gzipSync(code, { level: 9 }).length
      if (files.length !== 1) throw new Error(`The widget is one file, not ${files.length}.`)
      if (gzipped > largestGzipped) throw new Error(`The widget is ${gzipped} bytes gzipped, over ${largestGzipped}.`)
      console.log(`widget.js: ${gzipped} bytes gzipped, of ${largestGzipped} allowed`)
    },
  }
}

export default defineConfig({
  plugins: [limitSize()],
  server: { proxy: { '/api': { target: 'http://localhost:3000', ws: true } } },
  build: {
    target: 'es2022',
    lib: { entry: 'src/widget.ts', name: 'lingxi', formats: ['iife'], fileName: () => 'widget.js' },
    reportCompressedSize: false,
  },
})
