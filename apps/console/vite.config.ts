import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the api of a development machine listens. */
const api = process.env.ALIZE_API ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', target: 'es2023', cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  server: {
    port: 8600,
    strictPort: true,
    proxy: {
      // The api compares the origin of a request with its own address: the proxy speaks in the api's name.
      '/v1': { target: api, changeOrigin: true, headers: { origin: api } },
      '/sip': { target: api, changeOrigin: true, ws: true, headers: { origin: api } },
    },
  },
});
