// @boundaries-ignore one configuration for all packages
export { default } from '../../vitest.shared.ts';
