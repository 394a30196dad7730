/** The local workspace, for those who use it as a library. */
export * from './contract';
export { openWorkspace, type LocalWorkspace, type WorkspaceOptions } from './kernel/workspace';
export { wrapClientPage } from './kernel/client-page';
