import { defineConfig } from 'vite';
import { shared } from '../../tools/vite/shared.ts';

export default defineConfig(shared({ name: 'admin', base: '/admin/', port: 5174 }));
