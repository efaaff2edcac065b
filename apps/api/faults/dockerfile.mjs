// What the Dockerfile says, for a test to do the same.
export { stages, words } from '../../../tools/bundle/dockerfile.mjs';
