import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  base: '/console/',
  plugins: [react(), tailwindcss()],
  server: { port: 5173, proxy: { '/api': { target: server, ws: true } } },
  build: {
    target: 'es2023',
    // A polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'platform',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|zod|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
})
