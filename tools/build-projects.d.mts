/** One page of the product as a file for HtmlService, its data still to be filled in. `root`: the folder that `src` stands in. */
export function buildPage(root: string, name: string): Promise<string>;
