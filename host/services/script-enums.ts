/** Enums of ScriptApp that events carry too. */
import { GuestEnum } from '../kernel/host-object';

export const AuthMode = new GuestEnum('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
export const WeekDay = new GuestEnum('ScriptApp.WeekDay', ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']);
