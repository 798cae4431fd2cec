import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** The built console, held in memory: a path can only ever name a file that was there at the start. */
export interface StaticFiles {
  /** The file of a path; the console's page for a path that is one of its own; null for a file that is missing. */
  answer(path: string): Response | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
};

export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map(pathsIn(folder).map((path) => [toUrl(folder, path), readFileSync(path)]));
  const page = files.get('/index.html');
  return {
    answer(path) {
      const file = files.get(path);
      if (file) return respond(path, file);
      // A link's token has a dot, but no ending that a file has.
      if (extname(path) in types || path.startsWith('/v1/')) return null;
      return page ? respond('/index.html', page) : notBuilt();
    },
  };
}

function pathsIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    // The console is not built yet: the api works without it, and its page says so.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

const toUrl = (folder: string, path: string) => `/${relative(folder, path).split(sep).join('/')}`;

/** Vite puts a hash into every name under /assets, so those never change. */
function respond(path: string, file: Buffer<ArrayBuffer>): Response {
  const isHashed = path.startsWith('/assets/');
  return new Response(file, {
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

function notBuilt(): Response {
  return new Response('The console is not built yet: run `npm start`.\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
