import type { CampaignId, ListId, UserId } from '@alize/model';

/** Node's WebSocket sends headers that it is given; the browsers' type, which stands for it here, knows of none. */
const NodeWebSocket = WebSocket as unknown as new (
  url: URL,
  options: { readonly protocols: string[]; readonly headers: Readonly<Record<string, string>> },
) => WebSocket;

/** A person logged in to the api from outside a browser. */
export class ApiSession {
  readonly #origin: string;
  readonly #cookie: string;

  private constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  static async logIn(origin: string, login: string, password: string): Promise<ApiSession> {
    const response = await fetch(`${origin}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ login, password }),
    });
    if (!response.ok) throw new Error(`Log-in answered ${response.status}: ${await response.text()}`);
    return new ApiSession(origin, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  /** The answer's body; throws with the api's own sentence when it refuses. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const isText = typeof body === 'string';
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        origin: this.#origin,
        ...(body !== undefined && {
          'content-type': isText ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    // Whoever asks knows what the route answers.
    return (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as T;
  }

  /** A WebSocket of the api, opened with this session as the console's page opens it. */
  openSocket(path: string, protocol: string): WebSocket {
    return new NodeWebSocket(new URL(path, this.#origin.replace('http', 'ws')), {
      protocols: [protocol],
      headers: { cookie: this.#cookie, origin: this.#origin },
    });
  }

  /** Adds agents `agent-2`, `agent-3`, … who work at the first site; their ids. */
  async addAgents(count: number, password: string): Promise<readonly UserId[]> {
    const { sites } = await this.ask<{ sites: { id: string }[] }>('GET', '/v1/setup');
    const ids: UserId[] = [];
    for (let number = 2; number < count + 2; number += 1) {
      const login = `agent-${number}`;
      const user = {
        name: `Agent ${number}`,
        login,
        role: 'agent',
        language: 'fr',
        siteId: sites[0]?.id,
        password,
      };
      ids.push((await this.ask<{ id: UserId }>('POST', '/v1/users', user)).id);
    }
    return ids;
  }

  /** Uploads a CSV file as a list of a campaign and waits until it is imported. */
  async uploadList(campaignId: CampaignId, csv: string, duplicates = 'skip'): Promise<ListId> {
    const query = new URLSearchParams({ name: 'Fichier', fileName: 'fichier.csv', duplicates });
    const { id } = await this.ask<{ id: ListId }>('POST', `/v1/campaigns/${campaignId}/lists?${query}`, csv);
    for (;;) {
      const { state } = await this.ask<{ state: string }>('GET', `/v1/lists/${id}`);
      if (state === 'ready') return id;
      if (state === 'failed') throw new Error('The list was refused');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
