import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/m/',
  plugins: [react()],
  server: { port: 5174, proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 8080}` } },
  build: { target: ['chrome90', 'safari14'], manifest: true },
})
