import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite libs/ui/ambassador/gallery`: every component with invented content, `?page=` chooses. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: 4110, strictPort: true },
  build: { outDir: '../../../../dist/gallery-ambassador', emptyOutDir: true },
});
