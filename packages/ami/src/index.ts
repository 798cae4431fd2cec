export type { AmiProblem, AsteriskLinkOptions } from './asterisk-link.ts';
export { createAsteriskLink } from './asterisk-link.ts';
export type { Clock } from './clock.ts';
export type {
  AmiErrorCode,
  AsteriskEvent,
  AsteriskLink,
  CallOptions,
  LiveChannel,
  PlaceCallAnswer,
} from './port.ts';
export { AmiError, amiErrorCodes } from './port.ts';
