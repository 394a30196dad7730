/**
 * Every entry function can be called by name by any visitor of the web app, and runs with the owner's rights. What only
 * the owner or a trigger may start asks here first.
 */

/** The account behind the keyboard is the owner's: true in the editor, false for visitors and in triggers. */
export const isOwner = (): boolean => {
  const active = Session.getActiveUser().getEmail();
  return active !== '' && active === Session.getEffectiveUser().getEmail();
};

/** The account whose rights everything runs with. */
export const ownerAddress = (): string => Session.getEffectiveUser().getEmail();

export const ownerOnly = (): void => {
  if (!isOwner()) throw new Error('此操作仅限系统所有者。 Only the owner may do this.');
};

/** An event that came from one of this project's own triggers: its number is known to the platform and to nobody else. */
export const isOwnTrigger = (event: unknown): boolean => {
  if (typeof event !== 'object' || event === null || !('triggerUid' in event)) return false;
  const uid = String(event.triggerUid);
  return ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === uid);
};
