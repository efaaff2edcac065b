import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** What the build of the app's pages gives (`apps/ambassador/draw.ts`). */
interface Drawer {
  draw(visit: { url: string; languages: readonly string[] }): Promise<Drawing | undefined>;
  carryWith(carry: (init: RequestInit) => Promise<Response>): void;
}
type Drawing = { html: string; drawn: { locale: string } } | { goTo: string };
type Page = { html: Buffer } | { goTo: string };

/** Longer, and the app is sent without its first page, which it then draws itself. */
const PATIENCE_MS = 1500;
/** Of more visitors at once, the others draw their own: the server has redirects to answer. */
const AT_ONCE = 4;
/** What tells the API who asks, and from where. */
const CARRIED = ['cookie', 'host', 'user-agent', 'accept-language', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

/** Draws the first page of the ambassador app, with the answers that the API gives its visitor. */
export class Pages {
  private readonly visits = new AsyncLocalStorage<FastifyRequest>();
  private drawer: Promise<Drawer> | undefined;
  private drawing = 0;

  private constructor(
    private readonly fastify: FastifyInstance,
    private readonly program: string,
    private readonly template: Template,
  ) {}

  /** Nothing where the build left out the app, or what draws it. */
  static of(fastify: FastifyInstance, folder: string): Pages | undefined {
    const program = join(folder, 'pages/draw.js');
    return existsSync(program) && existsSync(join(folder, 'ambassador/index.html')) ? new Pages(fastify, program, templateOf(join(folder, 'ambassador'))) : undefined;
  }

  /** The page, or where to go instead; nothing when the app is to draw it. */
  async of(request: FastifyRequest): Promise<Page | undefined> {
    const { method, headers, url } = request;
    if (method !== 'GET' || !headers.accept?.includes('text/html') || url.startsWith('//') || this.drawing >= AT_ONCE) return undefined;
    this.drawing += 1;
    const drawing = this.visits.run(request, () => this.draw(request)).finally(() => (this.drawing -= 1));
    const drawn = await soon(drawing);
    return drawn && 'html' in drawn ? { html: filled(this.template, drawn) } : drawn;
  }

  private async draw({ url, headers }: FastifyRequest): Promise<Drawing | undefined> {
    const { draw } = await (this.drawer ??= this.load());
    return draw({ url, languages: new Negotiator({ headers }).languages() });
  }

  /** When the first page is asked for: a server that is only a redirect and an API has no use for it. */
  private async load(): Promise<Drawer> {
    const drawer = (await import(pathToFileURL(this.program).href)) as Drawer;
    drawer.carryWith((init) => this.ask(init));
    return drawer;
  }

  private async ask(init: RequestInit): Promise<Response> {
    const visit = this.visits.getStore();
    if (!visit) throw new Error('A drawing asks outside its visit');
    const carried = Object.fromEntries(CARRIED.flatMap((name) => (visit.headers[name] === undefined ? [] : [[name, visit.headers[name]]])));
    const answer = await this.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...(init.headers as Record<string, string>), ...carried },
      payload: init.body as string,
      ...(visit.socket.remoteAddress && { remoteAddress: visit.socket.remoteAddress }),
    });
    return new Response(answer.payload, { status: answer.statusCode });
  }
}

/** Nothing when it takes too long. */
async function soon<Result>(result: Promise<Result>): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE_MS)));
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

/** A page around its content, as bytes: most of it is the same for everyone. */
interface Template {
  before(locale: string): Buffer;
  after: Buffer;
}

/**
 * The app's index made for content that is there already: its styles in the page, since nothing is painted without
 * them, and the app fetched after the first paint (libs/web/public/scheme.js), since it would take the line of what is read.
 */
function templateOf(folder: string): Template {
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const pieces = new Set([...addressesOf(index, PIECE), ...addressesOf(index, APP)]);
  const styles = addressesOf(index, STYLES).map((path) => readFileSync(join(folder, path), 'utf8'));
  const made = [APP, PIECE, STYLES]
    .reduce((rest, tag) => rest.replace(tag, ''), index)
    .replace('</head>', () => `<style>${styles.join('\n')}</style></head>`)
    .replace(/<html lang="\w+">/, () => `<html lang="${LANGUAGE}" data-app="${[...pieces].join(' ')}">`);
  const [before = '', after = ''] = made.split(/<div id="root">.*<!--\/root-->/s);
  if (!pieces.size || !styles.length || !after) throw new Error(`${folder}/index.html is not what a page is drawn in`);
  const begun = new Map<string, Buffer>();
  return {
    before(locale) {
      const known = begun.get(locale) ?? Buffer.from(before.replace(LANGUAGE, locale));
      begun.set(locale, known);
      return known;
    },
    after: Buffer.from(after),
  };
}

const APP = /\s*<script type="module"[^>]* src="([^"]+)"><\/script>/g;
const PIECE = /\s*<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>/g;
const STYLES = /\s*<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/g;

const addressesOf = (index: string, tag: RegExp): string[] => [...index.matchAll(tag)].flatMap(([, path]) => path ?? []);

const LANGUAGE = '%LANGUAGE%';

/** The page in the place of the mark, woken by the app. What the app goes on from is data, never a script. */
function filled({ before, after }: Template, { html, drawn }: { html: string; drawn: { locale: string } }): Buffer {
  const state = JSON.stringify(drawn).replaceAll('<', '\\u003c');
  return Buffer.concat([before(drawn.locale), Buffer.from(`<div id="root" inert>${html}</div>\n    <script type="application/json" id="drawn">${state}</script>`), after]);
}
