export { approversOf, higherThan, type Approver } from './approvers';
export { delegatesOf, refuseDelegation } from './delegation';
export { matrixRow, type MatrixRow } from './matrix';
