import { Desk } from '../shared/desk';
import { pageStart, shellServer } from '../shared/server';

new Desk(shellServer).start(pageStart().data);
