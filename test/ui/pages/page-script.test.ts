import { resolve } from 'node:path';
import { build } from 'esbuild';

const folder = resolve(__dirname, '../../../src/ui/pages');
const pages = ['desk', 'sidebar', 'approval', 'acceptance', 'ticket', 'message'];

const script = async (page: string): Promise<string> => {
  const built = await build({ entryPoints: [resolve(folder, page, 'page.ts')], bundle: true, format: 'iife', target: 'es2019', charset: 'utf8', minify: true, supported: { 'template-literal': false }, write: false });
  return built.outputFiles[0]?.text ?? '';
};

describe.each(pages)('The page %s', (page) => {
  it('has a script that can stand inline: no template literals, nothing that ends it, small', async () => {
    const text = await script(page);
    expect(text).not.toMatch(/`|<\/script|<!--|<\?/i);
    expect(text.length).toBeLessThan(32_000);
  });

  it('never turns text into markup', async () => {
    expect(await script(page)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/);
  });

  it('takes its data only from the escaped data block', async () => {
    const { buildPage } = await import('../../../tools/build-projects.mjs');
    const html = await buildPage(resolve(folder, '../../..'), page);
    expect(html.match(/<\?/g)).toHaveLength(1);
    expect(html).toContain('<script type="application/json" id="data"><?!= data ?></script>');
    for (const mark of ['<style>', '<title>', `class="${page}-page"`, 'name="viewport"']) expect(html).toContain(mark);
    expect(html).not.toContain('<!--');
  });
});
