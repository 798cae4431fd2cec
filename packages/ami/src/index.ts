export type { AmiErrorCode, AsteriskEvent, AsteriskLink, LiveChannel, PlaceCallAnswer } from './port.ts';
export { AmiError, amiErrorCodes } from './port.ts';
