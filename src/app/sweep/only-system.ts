import { refuse, type Refusal } from '../../terms';
import type { Request } from '../request';

/** The system's own jobs are nobody's to start. */
export const onlySystem = ({ actor }: Pick<Request, 'actor'>): Refusal | null =>
  actor.kind === 'system' ? null : refuse('ROLE', '此操作由系统自动执行。', 'The system does this by itself.');
