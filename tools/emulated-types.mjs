/** Reads the platform's types and the host's classes with the compiler: names only, nothing is run. */
import { relative, resolve } from 'node:path';
import ts from 'typescript';

/** The platform's types and everything of the host that guests can reach. */
export function programOf(root) {
  const config = ts.parseJsonConfigFileContent({ include: ['host/services', 'host/spreadsheet'], compilerOptions: {} }, ts.sys, root);
  const types = resolve(root, 'node_modules/@types/google-apps-script/index.d.ts');
  return ts.createProgram([types, ...config.fileNames], { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true, skipLibCheck: true, types: ['node'], noEmit: true });
}

const isDeprecated = (symbol) => symbol.getJsDocTags().some(({ name }) => name === 'deprecated');

const isPlatformFile = ({ fileName }) => fileName.includes('@types/google-apps-script/');

/** Interfaces (`Spreadsheet.Range`) with their members (`isData`: plain data without a method), globals with their types, enums with their values. */
export function platform(program) {
  const checker = program.getTypeChecker();
  const interfaces = new Map();
  const enums = [];
  const globals = [];
  const visit = (node, path) => {
    if (ts.isModuleDeclaration(node) && node.body) {
      const name = node.name.text === 'GoogleAppsScript' ? path : [...path, node.name.text];
      ts.forEachChild(node.body, (child) => visit(child, name));
    } else if (ts.isInterfaceDeclaration(node) && path !== null) {
      const name = [...path, node.name.text].join('.');
      const symbols = checker.getTypeAtLocation(node).getProperties().filter((symbol) => !isDeprecated(symbol));
      const members = symbols.map((symbol) => symbol.name);
      const isData = symbols.every(({ valueDeclaration }) => !valueDeclaration || !ts.isMethodSignature(valueDeclaration));
      interfaces.set(name, { name, isData, members: [...new Set(members)].filter((member) => !/^new[A-Z]/.test(member) || name.includes('.')) });
    } else if (ts.isEnumDeclaration(node)) {
      enums.push({ name: [...path, node.name.text].join('.'), values: node.members.map((member) => member.name.getText()) });
    } else if (ts.isVariableStatement(node) && path.length === 0) {
      for (const declaration of node.declarationList.declarations) {
        const type = /GoogleAppsScript\.([\w.]+)/.exec(declaration.type?.getText() ?? '')?.[1];
        if (type) globals.push([declaration.name.getText(), type]);
      }
    }
  };
  for (const file of program.getSourceFiles()) if (isPlatformFile(file)) ts.forEachChild(file, (node) => visit(node, []));
  return { interfaces, enums, globals: globals.filter(([name]) => name !== 'Date2') };
}

function guestNameOf(checker, declaration) {
  for (const member of declaration.members) {
    if (ts.isPropertyDeclaration(member) && member.name.getText() === 'guestName' && member.initializer && ts.isStringLiteral(member.initializer)) return member.initializer.text;
  }
  const base = baseOf(checker, declaration);
  return base ? guestNameOf(checker, base) : null;
}

function baseOf(checker, declaration) {
  const clause = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const symbol = clause && checker.getTypeAtLocation(clause.types[0]).symbol;
  return symbol?.declarations?.find(ts.isClassDeclaration) ?? null;
}

function isHostObject(checker, declaration) {
  for (let one = declaration; one; one = baseOf(checker, one)) if (one.name?.text === 'HostObject') return true;
  return false;
}

const enumNames = (checker, type) => (type.symbol?.name === 'GuestEnum' ? checker.getTypeArguments(type).flatMap((argument) => (argument.isUnion() ? argument.types : [argument])).flatMap((one) => (one.isStringLiteral() ? [one.value] : [])) : null);

/** What guests can hold: classes with the members they may name, and enums with their values. */
export function hostClasses(program, root) {
  const checker = program.getTypeChecker();
  const classes = [];
  const enums = new Map();
  const requests = new Set();
  const visit = (node, file) => {
    if (ts.isClassDeclaration(node) && node.name && node.name.text !== 'HostObject' && isHostObject(checker, node)) {
      const type = checker.getTypeAtLocation(node);
      const members = [];
      for (const symbol of type.getProperties()) {
        const declaration = symbol.valueDeclaration;
        if (!declaration || symbol.name.startsWith('_') || ts.isPrivateIdentifier(declaration.name ?? node)) continue;
        if (ts.isMethodDeclaration(declaration)) members.push(symbol.name);
        else {
          const held = checker.getTypeOfSymbolAtLocation(symbol, node);
          const values = enumNames(checker, held);
          if (values) enums.set(symbol.name, new Set(values));
          if (values || held.symbol?.declarations?.some((one) => ts.isClassDeclaration(one) && isHostObject(checker, one)) || guestProperties(checker, node).includes(symbol.name)) members.push(symbol.name);
        }
      }
      const guestName = guestNameOf(checker, node);
      if (guestName) classes.push({ guestName, file, members });
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'Request' && file.endsWith('request-shapes.ts') && ts.isObjectLiteralExpression(node.initializer)) {
      for (const property of node.initializer.properties) requests.add(property.name.getText());
    }
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const source of program.getSourceFiles()) {
    const file = relative(root, source.fileName).replaceAll('\\', '/');
    if (file.startsWith('host/')) visit(source, file);
  }
  // These two are made in the guest's own realm: host/kernel/guest/globals.ts.
  return { classes, enums, requests, guestGlobals: new Set(['Logger', 'console']) };
}

function guestProperties(checker, declaration) {
  for (let one = declaration; one; one = baseOf(checker, one)) {
    for (const member of one.members) {
      if (ts.isPropertyDeclaration(member) && member.name.getText() === 'guestProperties' && member.initializer) return [...member.initializer.getText().matchAll(/'(\w+)'/g)].map(([, name]) => name);
    }
  }
  return [];
}
