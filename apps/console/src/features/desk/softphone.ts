import { UA, WebSocketInterface } from 'jssip';
import type { DisconnectEvent, RTCSessionEvent } from 'jssip/lib/UA';
import type { Seat } from '../../shared/contract.ts';

export interface LineState {
  /** `taken_over`: another window has the seat. `session_ended`: the person was logged out. */
  readonly kind: 'off' | 'connecting' | 'up' | 'down' | 'no_microphone' | 'taken_over' | 'session_ended';
}

/** As the browser measures it; nulls until it has. */
export interface LineQuality {
  /** Share of the last second's packets that did not arrive, 0 to 1. */
  readonly lossRatio: number | null;
  readonly jitterMs: number | null;
  readonly roundTripMs: number | null;
  /** Loudness of the microphone, 0 to 1. */
  readonly microphoneLevel: number | null;
  /** Since the line was dialled. */
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly packetsSent: number;
}

export interface SoftphoneState {
  readonly line: LineState;
  readonly isMuted: boolean;
  /** The browser wants a click before it plays sound. */
  readonly isSoundBlocked: boolean;
  readonly quality: LineQuality;
}

const silence: LineQuality = {
  lossRatio: null,
  jitterMs: null,
  roundTripMs: null,
  microphoneLevel: null,
  packetsReceived: 0,
  packetsLost: 0,
  packetsSent: 0,
};
const off: SoftphoneState = {
  line: { kind: 'off' },
  isMuted: false,
  isSoundBlocked: false,
  quality: silence,
};

/** Close codes of the api after which the line must not be dialled again. */
const finalCodes: Readonly<Record<number, LineState['kind']>> = { 4001: 'taken_over', 4002: 'session_ended' };

/** The waits before the line is dialled again, in ms; the last repeats. */
const againMs = [0, 500, 1000, 2000, 5000];
/** How long the sound of a line that stands may look for its way before the line is dialled again, in ms. */
const wayLateMs = 6000;

/**
 * The agent's telephone: one nailed-up line over the seat's WebSocket, on which every call is heard. It registers,
 * dials in, and does both again by itself whenever the line ends without being stopped.
 */
export class Softphone {
  readonly #listeners = new Set<() => void>();
  readonly #audio = new Audio();
  #state = off;
  #ua: UA | null = null;
  #session: ReturnType<UA['call']> | null = null;
  #seat: Seat | null = null;
  #microphone: MediaStream | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #measuring: ReturnType<typeof setInterval> | undefined;

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly current = (): SoftphoneState => this.#state;

  /** Goes on the line with this seat and microphone; the microphone is the softphone's from now on. */
  start(seat: Seat, microphone: MediaStream, speakerId: string): void {
    this.stop();
    this.#seat = seat;
    this.#microphone = microphone;
    this.#audio.autoplay = true;
    void this.setSpeaker(speakerId);
    for (const track of microphone.getAudioTracks()) {
      track.addEventListener('ended', () => this.#set({ line: { kind: 'no_microphone' } }));
    }
    this.#set({ ...off, line: { kind: 'connecting' } });
    this.#ua = this.#connect(seat);
    this.#measuring = setInterval(() => void this.#measure(), 1000);
    addEventListener('online', this.#dialNow);
    addEventListener('pagehide', this.#leave);
  }

  /** Leaves the line and closes the microphone. */
  stop(): void {
    removeEventListener('online', this.#dialNow);
    removeEventListener('pagehide', this.#leave);
    clearTimeout(this.#timer);
    clearInterval(this.#measuring);
    const ua = this.#ua;
    this.#ua = null;
    this.#session = null;
    ua?.stop();
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    this.#microphone = null;
    this.#seat = null;
    this.#set(off);
  }

  setMuted(isMuted: boolean): void {
    for (const track of this.#microphone?.getAudioTracks() ?? []) track.enabled = !isMuted;
    this.#set({ isMuted });
  }

  /** Sound goes to this output; the system's choice where the browser cannot choose. */
  async setSpeaker(speakerId: string): Promise<void> {
    if ('setSinkId' in this.#audio) await this.#audio.setSinkId(speakerId).catch(() => {});
  }

  /** To be called from a click, when the browser held the sound back. */
  async allowSound(): Promise<void> {
    await this.#audio.play().then(
      () => this.#set({ isSoundBlocked: false }),
      () => {},
    );
  }

  #connect(seat: Seat): UA {
    const address = new URL(seat.socketPath, location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const ua = new UA({
      sockets: [new WebSocketInterface(address.href)],
      uri: seat.uri,
      password: seat.password,
      register: seat.hasSound,
      register_expires: 60,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 5,
      user_agent: 'Alize console',
    });
    // Without sound there is nothing to dial: whoever is there is on the line.
    ua.on('connected', () => {
      if (this.#ua === ua && !seat.hasSound) this.#set({ line: { kind: 'up' } });
    });
    ua.on('registered', () => {
      if (this.#ua !== ua) return;
      if (this.#session) this.#findWay();
      else this.#dial();
    });
    // The audio goes on without the socket, which JsSIP opens again by itself.
    ua.on('disconnected', ({ code }: DisconnectEvent) => {
      if (this.#ua !== ua) return;
      const kind = code === undefined ? undefined : finalCodes[code];
      if (kind) {
        this.stop();
        this.#set({ line: { kind } });
      } else if (!this.#session) this.#set({ line: { kind: 'down' } });
    });
    ua.on('registrationFailed', () => this.#ua === ua && !this.#session && this.#dialLater());
    // Nobody rings an agent: every call comes over the line that is up already.
    ua.on('newRTCSession', ({ originator, session }: RTCSessionEvent) => {
      if (String(originator) === 'remote') session.terminate({ status_code: 486 });
    });
    ua.start();
    return ua;
  }

  #dial(): void {
    const [ua, seat, microphone] = [this.#ua, this.#seat, this.#microphone];
    if (!ua || !seat || !microphone || this.#session) return;
    clearTimeout(this.#timer);
    if (!ua.isRegistered()) {
      ua.register();
      return;
    }
    const session = ua.call(seat.loginUri, {
      mediaStream: microphone,
      mediaConstraints: { audio: true, video: false },
      pcConfig: { iceServers: [] },
      eventHandlers: {
        peerconnection: ({ peerconnection }) =>
          peerconnection.addEventListener('track', ({ track }) => this.#hear(track)),
      },
    });
    this.#session = session;
    session.on('confirmed', () => {
      if (this.#session !== session) return;
      this.#failures = 0;
      this.#set({ line: { kind: 'up' } });
      this.#findWay();
    });
    const gone = () => {
      if (this.#session !== session) return;
      this.#session = null;
      this.#dialLater();
    };
    session.on('ended', gone);
    session.on('failed', gone);
  }

  /**
   * Dials anew unless the sound has its way, a while from now: an Asterisk that was started again knows nothing of the
   * line, and says no goodbye; the browser itself gives up only half a minute later.
   */
  #findWay(): void {
    const session = this.#session;
    setTimeout(() => {
      if (session && this.#session === session && !hasWay(session)) session.terminate();
    }, wayLateMs);
  }

  #dialLater(): void {
    if (this.#state.line.kind !== 'no_microphone') this.#set({ line: { kind: 'down' }, quality: silence });
    const wait = againMs[Math.min(this.#failures, againMs.length - 1)];
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#dialNow, wait);
  }

  readonly #dialNow = (): void => this.#dial();
  /** Says goodbye while the socket still stands: Asterisk then knows at once and keeps the callee. */
  readonly #leave = (): void => this.#ua?.stop();

  #hear(track: MediaStreamTrack): void {
    this.#audio.srcObject = new MediaStream([track]);
    this.#audio.play().then(
      () => this.#set({ isSoundBlocked: false }),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError')
          this.#set({ isSoundBlocked: true });
      },
    );
  }

  async #measure(): Promise<void> {
    const connection = this.#session?.connection;
    if (!connection || this.#state.line.kind !== 'up') return;
    const quality = qualityOf(await connection.getStats(), this.#state.quality);
    if (this.#state.line.kind === 'up') this.#set({ quality });
  }

  #set(change: Partial<SoftphoneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the sound has found its way between browser and Asterisk. */
const hasWay = ({ connection }: ReturnType<UA['call']>): boolean =>
  ['connected', 'completed'].includes(connection?.iceConnectionState);

interface Stat {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly packetsSent?: number;
  readonly jitter?: number;
  readonly currentRoundTripTime?: number;
  readonly nominated?: boolean;
  readonly audioLevel?: number;
}

/** What a report says of the line; loss is that of the packets since `before`. */
function qualityOf(report: RTCStatsReport, before: LineQuality): LineQuality {
  const stats: Stat[] = [];
  report.forEach((stat: Stat) => {
    stats.push(stat);
  });
  const heard = stats.find((stat) => stat.type === 'inbound-rtp' && stat.kind === 'audio');
  const said = stats.find((stat) => stat.type === 'outbound-rtp' && stat.kind === 'audio');
  const pair = stats.find((stat) => stat.type === 'candidate-pair' && stat.nominated === true);
  const source = stats.find((stat) => stat.type === 'media-source' && stat.kind === 'audio');
  const received = heard?.packetsReceived ?? 0;
  const lost = heard?.packetsLost ?? 0;
  const newlyLost = Math.max(0, lost - before.packetsLost);
  const expected = received - before.packetsReceived + newlyLost;
  return {
    lossRatio: expected > 0 ? newlyLost / expected : null,
    jitterMs: heard?.jitter === undefined ? null : Math.round(heard.jitter * 1000),
    roundTripMs:
      pair?.currentRoundTripTime === undefined ? null : Math.round(pair.currentRoundTripTime * 1000),
    microphoneLevel: source?.audioLevel ?? before.microphoneLevel,
    packetsReceived: received,
    packetsLost: lost,
    packetsSent: said?.packetsSent ?? 0,
  };
}
