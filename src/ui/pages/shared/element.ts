export type Child = Node | string | null;

export interface Properties {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** Makes an element. Strings become text nodes: there is no way for data to become markup. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: Properties, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  if (properties.class !== undefined) made.className = properties.class;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) made.setAttribute(name, value);
  for (const [name, listener] of Object.entries(properties.on ?? {})) made.addEventListener(name, listener);
  for (const child of children) if (child !== null) made.append(child);
  return made;
};

let lastId = 0;

/** An id for binding labels and messages to inputs. */
export const freshId = (): string => {
  lastId += 1;
  return 'e' + String(lastId);
};

export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error('The page has no ' + id);
  return found;
};
