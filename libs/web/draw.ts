// For a server that draws an app's pages (docs/adr/0010): apart from the rest, which browsers load.
export { carryWith } from './client';
export { drawShell, type Drawing, type Visit } from './shell/draw';
