import type { Answer, TestApi } from './index';

/** A browser with its cookies; `ip` is where it comes from, for an API that trusts the test as its proxy. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  /** Of the last answer. */
  setCookies: string[] = [];

  constructor(
    private readonly api: TestApi,
    readonly ip?: string,
  ) {}

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.api.url}${path}`, { ...init, headers: { ...(this.ip && { 'x-forwarded-for': this.ip }), cookie, 'x-portevoix': '1', ...(init.headers as Record<string, string>) } });
    this.setCookies = response.headers.getSetCookie();
    for (const set of this.setCookies) {
      const [name = '', value = ''] = set.split(';')[0]!.split('=');
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  ask(query: string, variables: object = {}): Promise<Response> {
    return this.send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  }

  async answer(query: string, variables: object = {}): Promise<Answer> {
    return (await (await this.ask(query, variables)).json()) as Answer;
  }

  /** The first error's code; OK without one. */
  async code(query: string, variables: object = {}): Promise<string> {
    return (await this.answer(query, variables)).errors?.[0]?.extensions.code ?? 'OK';
  }

  async data<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.answer(query, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return data as T;
  }
}
