/**
 * Letters of 5 × 7 dots: each glyph is seven rows from the top, each row five bits with the left dot first, written in
 * base 32 (0–9, a–v). The platform offers no drawing, so charts bring their own.
 */
const rows: Readonly<Record<string, string>> = {
  '0': 'ehhhhhe', '1': '4c4444e', '2': 'eh1248v', '3': 'v2421he', '4': '26aiv22', '5': 'vgu11he', '6': '68guhhe', '7': 'v124888', '8': 'ehhehhe', '9': 'ehhf12c',
  A: 'ehhvhhh', B: 'uhhuhhu', C: 'ehggghe', D: 'sihhhis', E: 'vgguggv', F: 'vgguggg', G: 'ehgnhhf', H: 'hhhvhhh', I: 'e44444e', J: '72222ic', K: 'hikokih',
  L: 'ggggggv', M: 'hrllhhh', N: 'hhpljhh', O: 'ehhhhhe', P: 'uhhuggg', Q: 'ehhhlid', R: 'uhhukih', S: 'fgge11u', T: 'v444444', U: 'hhhhhhe', V: 'hhhhha4',
  W: 'hhhllla', X: 'hha4ahh', Y: 'hhha444', Z: 'v1248gv',
  '%': 'op248j3', '.': '00000cc', '-': '000v000', '/': '01248g0', ' ': '0000000',
};

export const glyphWidth = 5;
export const glyphHeight = 7;
/** Dots between two letters. */
export const glyphGap = 1;

const unknown = rows['-'] ?? '';

/** Whether the dot at a column and row of a letter is set; letters that cannot be drawn show as a dash. */
const dotOf = (letter: string, column: number, row: number): boolean => {
  const bits = parseInt((rows[letter.toUpperCase()] ?? unknown).charAt(row), 32);
  return ((bits >> (glyphWidth - 1 - column)) & 1) === 1;
};

/** From column and row to column and row. A dot alone is a stroke without length. */
type Stroke = readonly [number, number, number, number];

const joinDots = (letter: string): readonly Stroke[] => {
  const set = (column: number, row: number): boolean => column >= 0 && column < glyphWidth && row < glyphHeight && dotOf(letter, column, row);
  const strokes: Stroke[] = [];
  for (let row = 0; row < glyphHeight; row += 1) {
    for (let column = 0; column < glyphWidth; column += 1) {
      if (!set(column, row)) continue;
      const [right, below, left] = [set(column + 1, row), set(column, row + 1), set(column - 1, row)];
      if (right) strokes.push([column, row, column + 1, row]);
      if (below) strokes.push([column, row, column, row + 1]);
      // Corners are joined aslant only where nothing else joins them.
      if (!right && !below && set(column + 1, row + 1)) strokes.push([column, row, column + 1, row + 1]);
      if (!left && !below && set(column - 1, row + 1)) strokes.push([column, row, column - 1, row + 1]);
      strokes.push([column, row, column, row]);
    }
  }
  return strokes;
};

const joined = new Map<string, readonly Stroke[]>();

/** A letter as strokes between its dots. */
export const strokesOf = (letter: string): readonly Stroke[] => {
  const found = joined.get(letter);
  if (found !== undefined) return found;
  const strokes = joinDots(letter);
  joined.set(letter, strokes);
  return strokes;
};

/** Width of a text in dots. */
export const textWidth = (text: string): number => Math.max(0, text.length * (glyphWidth + glyphGap) - glyphGap);

export const drawable = (text: string): boolean => [...text].every((letter) => letter.toUpperCase() in rows);
