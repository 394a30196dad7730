import type { Role } from '../../sheets-templates';

/** A row of the approval matrix of section 6.2. Steps are in order; the preparer never decides. */
export interface MatrixRow {
  readonly row: string;
  readonly document: string;
  readonly steps: readonly Role[];
  /** S: from a regulation, with its rule; +: added. */
  readonly origin: string;
}

const matrix: readonly MatrixRow[] = [
  { row: 'A-01', document: 'dispatch order', steps: ['TSM'], origin: 'S R-185 R-266' },
  { row: 'A-02', document: 'emergency go-ahead', steps: ['TSM'], origin: '+' },
  { row: 'A-04', document: 'class lowered', steps: ['TSM'], origin: '+' },
  { row: 'A-05', document: 'deadline pause or override', steps: ['TSM'], origin: '+' },
  { row: 'A-06', document: 'parts request', steps: ['TSM'], origin: 'S R-219' },
  { row: 'A-08', document: 'waiver of return', steps: ['SUP', 'TSM'], origin: 'S R-230' },
  { row: 'A-12', document: 'goodwill', steps: ['TSM', 'DGM', 'GM'], origin: '+' },
  { row: 'A-13', document: 'refusal of service', steps: ['TSM'], origin: 'S R-007, +' },
  { row: 'A-14', document: 'quote', steps: ['TSM'], origin: 'S R-124 R-244' },
  { row: 'A-15', document: 'service agreement', steps: ['TSM'], origin: 'S R-245' },
  { row: 'A-15-DGM', document: 'service agreement from the limit on', steps: ['DGM'], origin: '+' },
  { row: 'A-16', document: 'chargeable emergency work before signature', steps: ['GM'], origin: '+' },
  { row: 'A-17', document: 'write-off', steps: ['TSM', 'DGM', 'GM'], origin: '+' },
  { row: 'A-44', document: 'correction of a recorded time', steps: ['TSM'], origin: '+' },
  { row: 'A-43', document: 'prepayment waiver', steps: ['TSM', 'DGM'], origin: '+' },
  { row: 'A-18', document: 'high-speed train', steps: ['TSM'], origin: 'S R-296' },
  { row: 'A-19', document: 'plane', steps: ['DGM'], origin: 'S R-297' },
  { row: 'A-21', document: 'taxi', steps: ['SUP'], origin: '+' },
  { row: 'A-22', document: 'expense claim', steps: ['CLK', 'SUP', 'TSM'], origin: 'S R-284 R-199, chain +' },
  { row: 'A-22-SUP', document: "a supervisor's own claim", steps: ['CLK', 'TSM', 'DGM'], origin: '3.12' },
  { row: 'A-22-TSM', document: "a technical support manager's own claim", steps: ['CLK', 'SUP', 'DGM'], origin: '3.12' },
  { row: 'A-24', document: 'material and other support cost', steps: ['SUP'], origin: 'S R-287, +' },
  { row: 'A-24-TSM', document: 'material and other support cost above the limit', steps: ['TSM'], origin: 'S R-287, +' },
  { row: 'A-25', document: 'overtime', steps: ['SUP'], origin: 'S R-263' },
  { row: 'A-26', document: 'compensatory leave', steps: ['SUP'], origin: 'S R-264' },
  { row: 'A-28', document: 'monthly work report', steps: ['SUP'], origin: 'S R-283, +' },
  { row: 'A-28-SUP', document: "a supervisor's own monthly work report", steps: ['TSM'], origin: '3.13' },
  { row: 'A-31', document: 'setting of our own', steps: ['TSM'], origin: '+' },
  { row: 'A-31-SOURCE', document: 'setting that a regulation gives', steps: ['TSM', 'DCC', 'DGM', 'GM'], origin: 'S R-065 R-067' },
  { row: 'A-32', document: 'policy document', steps: ['SUP', 'DCC', 'OPM', 'PDM', 'QM', 'DGM', 'GM'], origin: 'S R-181 R-066' },
  { row: 'A-36', document: "complaint closed without the customer's word", steps: ['TSM'], origin: 'S R-056, +' },
  { row: 'A-36-MAJOR', document: 'the same of an upheld major one', steps: ['TSM', 'DGM'], origin: 'S R-056, +' },
  { row: 'A-38', document: 'defect rejected by R&D', steps: ['QA', 'TSM'], origin: '+' },
  { row: 'A-40', document: 'maintenance plan', steps: ['TSM'], origin: 'S R-173, +' },
];

const byRow = new Map(matrix.map((row) => [row.row, row]));

export const matrixRow = (row: string): MatrixRow => {
  const found = byRow.get(row);
  if (found === undefined) throw new Error(`No approval row ${row}`);
  return found;
};
