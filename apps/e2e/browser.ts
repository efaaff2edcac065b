/// <reference lib="dom" />
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const baseUrl = process.env['E2E_URL'] ?? '';
export const feedUrl = process.env['E2E_FEED'] ?? '';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** Each serves once. */
const followed = new Set<string>();

/** What the server drew answers to a person once its app is awake. */
const awake = async (page: Page) => void (await page.waitForFunction(() => !document.querySelector('#root[inert]')));

/** `then` after each page that is opened. */
function afterwards(page: Page, then: (page: Page) => Promise<void>): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...args) => {
    const response = await goto(...args);
    await then(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await then(page);
    return response;
  };
}

/** One person's own browser: cookies of their own, French, Paris. Errors of the page fail the journey. */
export class Visitor {
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    afterwards(page, awake);
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) this.errors.push(message.text());
    });
  }

  static async open(browser: Browser, viewport = DESK): Promise<Visitor> {
    const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce', baseURL: baseUrl, permissions: ['clipboard-read', 'clipboard-write'] });
    context.setDefaultTimeout(60_000);
    return new Visitor(context, await context.newPage());
  }

  /** Signs in by the form's own operation; the sign-in page has its own journey. */
  async signIn(email: string, password: string): Promise<void> {
    await this.gql('mutation ($input: SignInInput!) { signIn(input: $input) { email } }', { input: { email, password } });
  }

  /** Asks for a link on the sign-in page, reads it in the development mailbox, follows it and confirms. `isAsked`: a second factor is asked for next. */
  async signInByLink(email: string, { isAsked = false } = {}): Promise<void> {
    await this.page.goto('/connexion');
    await this.page.getByRole('button', { name: 'Recevoir un lien par e-mail' }).click();
    await this.page.getByLabel('Adresse e-mail').fill(email);
    await this.page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await this.page.getByRole('heading', { name: 'Vérifiez votre boîte' }).waitFor();
    const link = await this.mailedLink(email);
    await this.page.goto(link);
    await this.page.getByRole('button', { name: /ouvrir|connecter/i }).click();
    if (!isAsked) await this.page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  }

  /** One operation with this browser's cookies, for what is not the journey's subject. */
  async gql<T = Record<string, never>>(query: string, variables: object = {}): Promise<T> {
    const response = await this.context.request.post('/graphql', { data: { query, variables }, headers: { 'x-portevoix': '1' } });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown[] };
    if (errors?.length) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** A programme, when the organisation has none: contents stand in one. */
  async ensureProgramme(): Promise<void> {
    const { programmes } = await this.gql<{ programmes: unknown[] }>('{ programmes { id } }');
    if (!programmes.length) await this.gql('mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { id } }', { input: { name: 'Essai', axis: 'CORPORATE' } });
  }

  /** A cohort, when the organisation has none: contests are played by one. */
  async ensureCohort(): Promise<void> {
    await this.ensureProgramme();
    const { cohorts, viewer } = await this.gql<{ cohorts: unknown[]; viewer: { person: { id: string } } }>('{ cohorts { id } viewer { person { id } } }');
    const input = { name: 'Essai', strategy: 'VOLUNTEERS', startsOn: '2027-01-04', referentId: viewer.person.id };
    if (!cohorts.length) await this.gql('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input });
  }

  private async mailedLink(email: string): Promise<string> {
    for (let tries = 0; tries < 60; tries += 1) {
      const page = await (await this.context.request.get('/dev/mail')).text();
      const links = page.split('<article>').map((part) => (part.includes(email) ? /href="([^"]*\/connexion\/lien\?token=[^"]+)"/.exec(part)?.[1] : undefined));
      const link = links.find((each) => each && !followed.has(each));
      if (link) {
        followed.add(link);
        return link;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`No sign-in mail for ${email}`);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
