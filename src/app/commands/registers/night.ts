import { appraisals, approvals, correctiveActions, policyDocs, seen, slaClocks, tools, trainingAssignments, type AnyTable } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import { dateOf, daysBetween, refuse, words, type Refusal } from '../../../terms';
import { isFirstTime } from '../../effects/first-time';
import { command, type CommandDefinition, type Reply } from '../../command';
import type { Request } from '../../request';
import { openWeek, weekTables } from '../monthly-reports/periodic';
import { capaRegister } from '../../../registers';
import { bySystem } from './by-system';
import { entryNews } from './entries';

/** Tools whose check is past due stay where they are. */
const stopTools = (request: Request): void => {
  const { draft, now } = request;
  for (const { toolId } of draft.where(tools, ({ status, nextCheck }) => (status === 'AVAILABLE' || status === 'ISSUED') && nextCheck !== null && nextCheck < dateOf(now))) bySystem(request, 'tool.overdue', toolId);
};

/** on its day an approved policy is in force, and what it takes the place of no longer is. */
const enforce = (request: Request): void => {
  const { draft, now } = request;
  for (const { docId, supersedes } of draft.where(policyDocs, ({ status, effectiveDate }) => status === 'APPROVED' && effectiveDate <= dateOf(now))) {
    bySystem(request, 'policy.effective', docId);
    if (supersedes !== null && draft.find(policyDocs, supersedes)?.status === 'EFFECTIVE') bySystem(request, 'policy.superseded', supersedes);
  }
};

/** 3.15: who has not been to a training by the end of its month. */
const markTraining = (request: Request): void => {
  const { draft, now } = request;
  for (const { assignId } of draft.where(trainingAssignments, ({ status }) => status === 'ASSIGNED')) {
    if (draft.by(slaClocks, 'objectId', assignId).some((clock) => isOpen(clock) && clock.dueAt < now)) bySystem(request, 'trainingTask.overdue', assignId);
  }
};

const undone: readonly string[] = ['OPEN', 'ANALYSED', 'PLANNED', 'INEFFECTIVE'];

/** N-34: a corrective action that is past its day, told the day after and once a week. */
const tellLateActions = ({ draft, now, notify }: Request): void => {
  const today = dateOf(now);
  for (const action of draft.where(correctiveActions, ({ status, dueAt }) => undone.includes(status) && dueAt < today && daysBetween(dueAt, today) % 7 === 1)) {
    if (!isFirstTime(draft, `late/${action.capaId}/${today}`, now)) continue;
    notify({ code: 'N-34', to: [{ staffId: action.owner }, { role: 'QM' }], objectId: action.capaId, cycle: today, message: entryNews(draft, capaRegister, action, { label: words('整改逾期', 'Overdue') }) });
  }
};

const reads: readonly AnyTable[] = [correctiveActions, seen, appraisals, approvals, tools, policyDocs, trainingAssignments, slaClocks, ...weekTables];

/** Every night: what dates alone bring about in the registers. Repeats find nothing to do. */
export const nightOfRegisters: CommandDefinition = command({
  name: 'sweep.registers', label: words('登记簿巡检', 'Watch the registers'), rules: ['3.15', 'S-44', 'S-47', 'R-064'], reads, fields: [],
  decide: (request): Reply | Refusal => {
    if (request.actor.kind !== 'system') return refuse('ROLE', '此操作由系统自动执行。', 'The system does this by itself.');
    stopTools(request);
    tellLateActions(request);
    enforce(request);
    markTraining(request);
    // Corrections of an approved appraisal are a new record (3.13).
    for (const { appraisalId } of request.draft.where(appraisals, ({ status }) => status === 'APPROVED')) bySystem(request, 'appraisal.lock', appraisalId);
    openWeek(request);
    return { objectId: dateOf(request.now), message: words('登记簿已巡检。', 'The registers were looked at.') };
  },
});
