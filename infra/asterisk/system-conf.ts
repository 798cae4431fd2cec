import type { Settings } from '@alize/runtime';
import type { Place } from './place.ts';

/** asterisk.conf: folders and the few switches of the process itself. */
export function asteriskConf(place: Place): string {
  return `[directories]
; Everything that this instance writes lies in its own folder, so that several can run from one root.
astetcdir => ${place.etc}
astrundir => ${place.run}
astlogdir => ${place.log}
astspooldir => ${place.spool}
astvarlibdir => ${place.lib}
astdbdir => ${place.lib}
astkeydir => ${place.lib}
; Shared by all instances and only read: sounds, and the documentation that checks the options below.
astdatadir => /usr/share/asterisk
astagidir => /usr/share/asterisk/agi-bin
astmoddir => /usr/lib/${debianTriplet()}/asterisk/modules

[options]
; No function that reads files or runs programs may be called from AMI (CVE-2024-42365).
live_dangerously = no
; A caller who waits sends silence, so that no router in between forgets the way of the sound.
transmit_silence = yes
; The language of the prompts where an endpoint names none.
defaultlanguage = fr
; Only for reading: no colours in log files.
nocolor = yes
; A 100 % full machine must still take the hang-ups: no limit is set by us on load or calls.
maxload = 0
; Passwords never stand on the command line, and the console is not reachable from outside.
hideconnect = yes
`;
}

/** logger.conf: warnings and errors to standard error, which the launcher keeps in a file. */
export function loggerConf(): string {
  return `[general]
; Time to the millisecond, to be laid beside our own logs.
dateformat = %F %T.%3q
; No record of each queue event: there are no queues.
queue_log = no
; Older files are numbered, the newest without a number.
rotatestrategy = rotate

[logfiles]
; Warnings and errors only: the more talkative levels print numbers of people called.
console => warning,error
`;
}

/** http.conf: the WebSocket that carries the agents' SIP, and nothing else. */
export function httpConf(settings: Settings): string {
  const { port } = new URL(settings.sipSocketUrl);
  return `[general]
enabled = yes
; Loopback only: agents reach it through the api, which asks who they are first.
bindaddr = 127.0.0.1
bindport = ${port || '80'}
; No pages are served.
enable_static = no
enable_status = no
; Each agent holds one connection for the whole day.
sessionlimit = ${settings.seatsCount * 2 + 50}
; Half-open connections go after this many milliseconds.
session_inactivity = 30000
`;
}

/** rtp.conf: the UDP ports of the sound. A call takes two of them, an agent two more. */
export function rtpConf(settings: Settings): string {
  return `[general]
rtpstart = ${settings.rtpPortFrom}
rtpend = ${settings.rtpPortTo}
; Sound is taken only from where it first came: nobody else can speak into a call.
strictrtp = yes
; Packets to learn that from.
probation = 4
; Browsers find their way by ICE.
icesupport = yes
`;
}

/** cdr.conf and cel.conf: off. The ledger is ours, and a call record here would keep numbers a second time. */
export function recordsOff(): string {
  return '[general]\n; The ledger is ours: a record here would keep the numbers of people a second time.\nenable = no\n';
}

/** A file that Asterisk misses loudly when it is not there. */
export function emptyConf(reason: string): string {
  return `; Empty on purpose: ${reason}.\n`;
}

function debianTriplet(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}
