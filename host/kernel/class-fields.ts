/** Members of classes that the platform does not take although Node does: they are found here, not when a project is pushed at last. */
import type ts from 'typescript';
import type { ScriptFile } from './messages';

interface Found {
  readonly position: number;
  readonly zh: string;
  readonly en: string;
}

/** Spares nearly every file the parser, which takes a while to load. */
const mayHold = ({ code }: ScriptFile): boolean => /\bclass\b/.test(code) && /\bstatic\b|#[\p{ID_Start}$_\\]/u.test(code);

/** Private members and static fields of one class, not of those within it. */
function foundIn(node: ts.ClassLikeDeclaration, source: ts.SourceFile, parser: typeof ts): readonly Found[] {
  return node.members.flatMap((member): readonly Found[] => {
    const { name } = member;
    if (!name) return [];
    const position = name.getStart(source);
    const written = name.getText(source);
    if (parser.isPrivateIdentifier(name)) {
      const open = written.replace('#', '_');
      return [{ position, zh: `平台不接受类的私有成员，推送会在 ${written} 处失败。请改名为 ${open}。`, en: `the platform takes no private class members, so a push fails at ${written}. Name it ${open} instead.` }];
    }
    if (!parser.isPropertyDeclaration(member) || !member.modifiers?.some(({ kind }) => kind === parser.SyntaxKind.StaticKeyword)) return [];
    const outside = `${node.name?.text ?? 'Name'}${written.startsWith('[') ? '' : '.'}${written} = …`;
    return [{ position, zh: `平台不接受类的静态字段，推送会在 ${written} 处失败。请在类之后赋值，如 ${outside}。`, en: `the platform takes no static class fields, so a push fails at ${written}. Set it after the class instead, such as ${outside}.` }];
  });
}

/** Goes through a file once. What is no script at all is left for its run to tell. */
function refuseIn({ name, code }: ScriptFile, parser: typeof ts): void {
  const source = parser.createSourceFile(name, code, parser.ScriptTarget.ESNext, false, parser.ScriptKind.JS);
  const found: Found[] = [];
  const pending: ts.Node[] = [source];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (parser.isClassLike(node)) found.push(...foundIn(node, source, parser));
    parser.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  const [first] = found.sort((one, other) => one.position - other.position);
  if (!first) return;
  const line = source.getLineAndCharacterOfPosition(first.position).line + 1;
  throw new Error(`${name} 第 ${line} 行：${first.zh} ${name}, line ${line}: ${first.en}`);
}

/** @throws Error in both languages that names file and line of the first private member or static field */
export async function refuseClassFields(scripts: readonly ScriptFile[]): Promise<void> {
  const suspected = scripts.filter(mayHold);
  if (suspected.length === 0) return;
  const { default: parser } = await import('typescript');
  for (const script of suspected) refuseIn(script, parser);
}
