// Said by the script that comes first, read by the one after it. A symbol, since an element's id answers to any plain name.
const key = Symbol.for('saathi.hide');
const here = globalThis as { [key]?: boolean };

export const hidesFirst = (): void => {
  here[key] = true;
};
export const isHiding = (): boolean => here[key] === true;
