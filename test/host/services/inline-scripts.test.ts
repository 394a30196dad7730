import { asDelivered } from '../../../host/services/inline-scripts';

const page = (code: string): string => `<p>// \`stays\`</p><script>${code}</script>`;

describe('inline scripts of HtmlService', () => {
  it.each([
    ['var a = `see http://x/y`;\nvar b = 1;', 'var a = `see http:\nvar b = 1;'],
    ['var a = `${b("//")} // gone`;', 'var a = `${b("//")} '],
    ['var a = `plain`; // `comment`', 'var a = `plain`; // `comment`'],
    ["var a = 'http://`x`'; var b = /`\\/\\//;", "var a = 'http://`x`'; var b = /`\\/\\//;"],
    ['var a = `${ { b: `in // ner` } }`;\nc();', 'var a = `${ { b: `in \nc();'],
  ])('%j', (code, delivered) => {
    expect(asDelivered(page(code))).toBe(page(delivered));
  });
  it('leaves pages without template literals and scripts from elsewhere alone', () => {
    expect(asDelivered(page('var a = "http://x"; // b'))).toBe(page('var a = "http://x"; // b'));
    expect(asDelivered('<script src="//x/`y`"></script>')).toBe('<script src="//x/`y`"></script>');
  });
});
