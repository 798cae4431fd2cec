export { type DemonstrationBehaviour, demonstrationBehaviour } from '../asterisk/demonstration.ts';
export {
  type InstanceOptions,
  type RunningAsterisk,
  startAsterisk,
  writeInstance,
} from './asterisk-instance.ts';
export { programPath } from './host-packages.ts';
export { type AsteriskRootOptions, isAsteriskPrepared, prepareAsteriskRoot } from './prepare-asterisk.ts';
export { LaunchError, type Say } from './steps.ts';
