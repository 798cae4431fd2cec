import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.ts';

/** Passwords are slow by design, and threads start slowly on a busy machine. */
export default mergeConfig(shared, { test: { testTimeout: 30_000, hookTimeout: 30_000 } });
