export * as agentContract from './agent.ts';
export * as campaignContract from './campaign.ts';
export * as common from './common.ts';
export * as listContract from './list.ts';
export * as liveContract from './live.ts';
export * as peopleContract from './people.ts';
export * as resultContract from './result.ts';
