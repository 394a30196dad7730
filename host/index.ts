/** The local workspace, for those who use it as a library. */
export * from './contract';
export { openWorkspace, type LocalWorkspace, type WorkspaceOptions } from './kernel/workspace';
export { wrapClientPage } from './kernel/client-page';
export type { OutsideRequest, OutsideServer } from './kernel/kernel';
export { consumerLimits, workspaceLimits, type Limits } from './kernel/limits';
export type { StoreSnapshot } from './kernel/store';
