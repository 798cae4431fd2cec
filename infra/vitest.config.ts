import { defineConfig, mergeConfig } from 'vitest/config';
// @boundaries-ignore one configuration for all packages
import shared from '../vitest.shared.ts';

export default mergeConfig(shared, defineConfig({ test: { include: ['**/*.test.ts'] } }));
