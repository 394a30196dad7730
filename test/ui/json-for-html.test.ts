import fc from 'fast-check';
import { jsonForHtml } from '../../src/ui/json-for-html';

describe('JSON inside a page', () => {
  const hostile = ['</script><script>alert(1)</script>', '<!--', ']]>', '<?!= secret ?>', '\u2028\u2029', '&lt;', '"\\', '\ud800'];

  it.each(hostile)('neither ends its element nor loses what people wrote: %j', (text) => {
    const json = jsonForHtml({ text });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ text });
  });

  it('keeps any text as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(jsonForHtml([text]))).toEqual([text]);
    }));
  });
});
