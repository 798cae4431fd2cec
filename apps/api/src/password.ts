import { argon2, timingSafeEqual } from 'node:crypto';

/** Argon2id with the parameters of OWASP's password storage sheet: 19 MiB, 2 passes, 1 lane. */
const memoryKiB = 19 * 1024;
const passes = 2;
const tagLength = 32;
/** argon2 runs in libuv's pool of 4: more at once would only keep files and names waiting. */
const atOnceMax = 4;

/** Hashes and checks passwords, a few at once; the others wait their turn. */
export interface Passwords {
  /** The hash to store, in PHC form. */
  hash(password: string): Promise<string>;
  /** True when the password is the one hashed. With a null hash the same work is done, and the answer is false. */
  verify(password: string, stored: string | null): Promise<boolean>;
}

export function createPasswords(random: (bytesCount: number) => Uint8Array): Passwords {
  const inTurn = createTurns(atOnceMax);
  const nobody = new Uint8Array(16);
  return {
    async hash(password) {
      const salt = random(16);
      const tag = await inTurn(() => derive(password, salt));
      return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=1$${encode(salt)}$${encode(tag)}`;
    },
    async verify(password, stored) {
      const [, , , , salt = '', tag = ''] = stored?.split('$') ?? [];
      const made = await inTurn(() => derive(password, salt ? Buffer.from(salt, 'base64') : nobody));
      const wanted = Buffer.from(tag, 'base64');
      return wanted.length === made.length && timingSafeEqual(wanted, made);
    },
  };
}

/** PHC strings use base64 without padding. */
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

function derive(password: string, nonce: Uint8Array): Promise<Buffer> {
  const parameters = { message: password, nonce, parallelism: 1, tagLength, memory: memoryKiB, passes };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

/** Runs jobs, `limit` at once, the rest in the order they came. */
function createTurns(limit: number): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await job();
    } finally {
      // The place passes straight to the next in line.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
