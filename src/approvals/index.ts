export { approversOf, type Approver } from './approvers';
export { matrixRow, type MatrixRow } from './matrix';
