export interface TestName {
  readonly file: string;
  readonly name: string;
}
export function namesInSource(text: string, path: string, root: string): readonly TestName[];
export function testNames(root: string): readonly TestName[];
