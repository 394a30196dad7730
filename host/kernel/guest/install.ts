/** The text that, evaluated in a fresh realm, sets it up as a guest. */
import { guestDate } from './date';
import { guestGlobals, type GuestRunner, type GuestSetup } from './globals';
import { guestIntl } from './intl';
import { guestJavaText } from './java-text';
import { guestTemplates } from './template';
import { guestValues, type GuestBridge } from './values';

export type GuestInstaller = (bridge: GuestBridge, setup: GuestSetup, timeZone: string) => GuestRunner;

export const installerSource = `(function (bridge, setup, timeZone) {
  const evaluateTemplate = (${guestTemplates.toString()})();
  const values = (${guestValues.toString()})(bridge, evaluateTemplate);
  (${guestDate.toString()})(bridge.now, timeZone);
  (${guestIntl.toString()})(bridge.now, timeZone);
  const javaText = (${guestJavaText.toString()})();
  return (${guestGlobals.toString()})(values, bridge, setup, javaText);
})`;
