const loopbacks = ['localhost', '127.0.0.1', '[::1]'];

/** True when a browser's page at `asked` is the console itself; loopback names of one port count as one place. */
export function isOwnOrigin(asked: string, own: string): boolean {
  if (asked === own) return true;
  const [one, other] = [parse(asked), parse(own)];
  if (!one || !other) return false;
  return (
    one.protocol === other.protocol &&
    one.port === other.port &&
    loopbacks.includes(one.hostname) &&
    loopbacks.includes(other.hostname)
  );
}

function parse(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null;
}
