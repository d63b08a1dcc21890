/** The runtime as generators embed it: JavaScript by file name without ending. */
export function runtimeFiles(): Record<string, string>;
