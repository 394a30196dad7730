import { Desk } from '../shared/desk';
import { coreServer, pageStart } from '../shared/server';

const { token, data } = pageStart();
new Desk(coreServer(token)).start(data);
